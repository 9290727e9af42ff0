package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds calls: of aggregates, of functions, and of functions in the special forms of SQL. */
final class CallBuilder {
  private final ParseContext context;
  private final NameBuilder names;
  private final ExpressionBuilder expressions;

  CallBuilder(ParseContext context, NameBuilder names, ExpressionBuilder expressions) {
    this.context = context;
    this.names = names;
    this.expressions = expressions;
  }

  ExpressionSyntax starCall(PartiqlBaseParser.StarCallContext rule) {
    Identifier name = names.identifier(rule.identifier());
    if (aggregate(name).filter(AggregateCallSyntax.Function.COUNT::equals).isEmpty()) {
      throw context.error(
          name.span(), "only COUNT takes *; give %s an argument".formatted(name.value()));
    }
    return new AggregateCallSyntax(
        AggregateCallSyntax.Function.COUNT, false, null, filter(rule.filter()), context.span(rule));
  }

  ExpressionSyntax call(PartiqlBaseParser.CallContext rule) {
    Identifier name = names.identifier(rule.identifier());
    Optional<AggregateCallSyntax.Function> aggregate = aggregate(name);
    if (aggregate.isPresent()) {
      return aggregateCall(rule, name, aggregate.get());
    }
    if (rule.setQuantifier() != null || rule.filter() != null) {
      throw context.error(
          name.span(),
          "%s is not an aggregate function and cannot have DISTINCT, ALL or FILTER"
              .formatted(name.value()));
    }
    return functionCall(name, expressions.buildAll(rule.expression()), context.span(rule));
  }

  private ExpressionSyntax aggregateCall(
      PartiqlBaseParser.CallContext rule, Identifier name, AggregateCallSyntax.Function function) {
    if (rule.expression().size() != 1) {
      throw context.error(
          name.span(),
          "%s takes one argument, not %d".formatted(name.value(), rule.expression().size()));
    }
    boolean distinct = rule.setQuantifier() != null && rule.setQuantifier().DISTINCT() != null;
    return new AggregateCallSyntax(
        function,
        distinct,
        expressions.build(rule.expression(0)),
        filter(rule.filter()),
        context.span(rule));
  }

  private static ExpressionSyntax functionCall(
      Identifier name, List<ExpressionSyntax> arguments, SourceSpan span) {
    FunctionCallSyntax call = new FunctionCallSyntax(name, arguments, span);
    if (name.quoted()) {
      return call;
    }
    return switch (call.lowerCaseName()) {
      case "list" -> new ListLiteral(arguments, span);
      case "bag" -> new BagLiteral(arguments, span);
      case "position" -> position(call);
      default -> call;
    };
  }

  /** {@code POSITION(x IN s)} reads as a call with a predicate, and means {@code (x, s)}. */
  private static FunctionCallSyntax position(FunctionCallSyntax call) {
    if (call.arguments().size() == 1
        && call.arguments().get(0) instanceof InCollection in
        && !in.negated()) {
      return new FunctionCallSyntax(call.name(), List.of(in.value(), in.collection()), call.span());
    }
    return call;
  }

  private static Optional<AggregateCallSyntax.Function> aggregate(Identifier name) {
    if (name.quoted()) {
      return Optional.empty();
    }
    return switch (name.value().toUpperCase(Locale.ROOT)) {
      case "COUNT" -> Optional.of(AggregateCallSyntax.Function.COUNT);
      case "SUM" -> Optional.of(AggregateCallSyntax.Function.SUM);
      case "AVG" -> Optional.of(AggregateCallSyntax.Function.AVG);
      case "MIN" -> Optional.of(AggregateCallSyntax.Function.MIN);
      case "MAX" -> Optional.of(AggregateCallSyntax.Function.MAX);
      default -> Optional.empty();
    };
  }

  private @Nullable ExpressionSyntax filter(PartiqlBaseParser.@Nullable FilterContext rule) {
    return rule == null ? null : expressions.build(rule.expression());
  }

  ExpressionSyntax currentMoment(PartiqlBaseParser.CurrentMomentContext rule) {
    return new FunctionCallSyntax(
        keyword(rule.name, rule.name.getText()), List.of(), context.span(rule));
  }

  ExpressionSyntax extract(PartiqlBaseParser.ExtractContext rule) {
    Identifier field = names.identifier(rule.field);
    StringLiteral unit = new StringLiteral(field.value().toUpperCase(Locale.ROOT), field.span());
    return special(rule, "extract", List.of(unit, expressions.build(rule.value)));
  }

  ExpressionSyntax substring(PartiqlBaseParser.SubstringContext rule) {
    List<ExpressionSyntax> arguments = new ArrayList<>();
    arguments.add(expressions.build(rule.value));
    arguments.add(expressions.build(rule.start));
    if (rule.length != null) {
      arguments.add(expressions.build(rule.length));
    }
    return special(rule, "substring", arguments);
  }

  ExpressionSyntax trim(PartiqlBaseParser.TrimContext rule) {
    List<ExpressionSyntax> arguments = new ArrayList<>();
    arguments.add(expressions.build(rule.value));
    if (rule.characters != null) {
      arguments.add(expressions.build(rule.characters));
    }
    return special(rule, trimFunction(rule), arguments);
  }

  private static String trimFunction(PartiqlBaseParser.TrimContext rule) {
    if (rule.LEADING() != null) {
      return "ltrim";
    }
    return rule.TRAILING() != null ? "rtrim" : "trim";
  }

  private FunctionCallSyntax special(
      ParserRuleContext rule, String name, List<ExpressionSyntax> arguments) {
    return new FunctionCallSyntax(keyword(rule.getStart(), name), arguments, context.span(rule));
  }

  private Identifier keyword(Token token, String name) {
    return new Identifier(name, false, context.span(token));
  }
}
