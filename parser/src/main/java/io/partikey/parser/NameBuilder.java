package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.Alias;
import io.partikey.parser.ast.DataType;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds names, aliases and types. */
final class NameBuilder {
  private final ParseContext context;

  NameBuilder(ParseContext context) {
    this.context = context;
  }

  Identifier identifier(ParserRuleContext rule) {
    String text = rule.getText();
    if (!text.startsWith("\"")) {
      return new Identifier(text, false, context.span(rule));
    }
    String value = text.substring(1, text.length() - 1).replace("\"\"", "\"");
    return new Identifier(value, true, context.span(rule));
  }

  List<Identifier> identifiers(List<PartiqlBaseParser.IdentifierContext> rules) {
    return rules.stream().map(this::identifier).toList();
  }

  QualifiedName qualifiedName(PartiqlBaseParser.QualifiedNameContext rule) {
    return new QualifiedName(identifiers(rule.identifier()), context.span(rule));
  }

  @Nullable Alias alias(
      PartiqlBaseParser.@Nullable ExplicitAliasContext explicit,
      PartiqlBaseParser.@Nullable BareAliasContext bare) {
    if (explicit != null) {
      return new Alias(identifier(explicit.identifier()), true, context.span(explicit));
    }
    if (bare != null) {
      return new Alias(identifier(bare), false, context.span(bare));
    }
    return null;
  }

  DataType dataType(PartiqlBaseParser.DataTypeContext rule) {
    if (rule instanceof PartiqlBaseParser.NamedTypeContext named) {
      Identifier name = identifier(named.identifier());
      if (name.quoted()) {
        throw context.error(name.span(), "the name of a type does not stand in quotes");
      }
      return dataType(rule, name.value(), named.typeArguments());
    }
    if (rule instanceof PartiqlBaseParser.VaryingTypeContext varying) {
      return dataType(rule, rule.getStart().getText() + " VARYING", varying.typeArguments());
    }
    if (rule instanceof PartiqlBaseParser.ZonedTypeContext zoned) {
      String zone = zoned.WITH() != null ? " WITH TIME ZONE" : " WITHOUT TIME ZONE";
      return dataType(rule, rule.getStart().getText() + zone, zoned.typeArguments());
    }
    return dataType(rule, "DOUBLE PRECISION", null);
  }

  /** The type of a column, which alone can be a set. */
  DataType columnType(PartiqlBaseParser.ColumnTypeContext rule) {
    DataType type = dataType(rule.dataType());
    if (rule.SET() == null) {
      return type;
    }
    return new DataType(type.name() + " SET", type.arguments(), context.span(rule));
  }

  private DataType dataType(
      ParserRuleContext rule,
      String name,
      PartiqlBaseParser.@Nullable TypeArgumentsContext arguments) {
    List<Integer> numbers = new ArrayList<>();
    if (arguments != null) {
      arguments.NUMBER().forEach(number -> numbers.add(typeArgument(number.getSymbol())));
    }
    return new DataType(name.toUpperCase(Locale.ROOT), numbers, context.span(rule));
  }

  private int typeArgument(Token number) {
    try {
      return Integer.parseInt(number.getText());
    } catch (NumberFormatException e) {
      throw context.error(number, "the argument of a type is a whole number up to 2147483647");
    }
  }
}
