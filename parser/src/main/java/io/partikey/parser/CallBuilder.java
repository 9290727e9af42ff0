package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.AggregateCall;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.FunctionCall;
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

  Expression starCall(PartiqlBaseParser.StarCallContext rule) {
    Identifier name = names.identifier(rule.identifier());
    if (aggregate(name).filter(AggregateCall.Function.COUNT::equals).isEmpty()) {
      throw context.error(
          name.span(), "only COUNT takes *; give %s an argument".formatted(name.value()));
    }
    return new AggregateCall(
        AggregateCall.Function.COUNT, false, null, filter(rule.filter()), context.span(rule));
  }

  Expression call(PartiqlBaseParser.CallContext rule) {
    Identifier name = names.identifier(rule.identifier());
    Optional<AggregateCall.Function> aggregate = aggregate(name);
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

  private Expression aggregateCall(
      PartiqlBaseParser.CallContext rule, Identifier name, AggregateCall.Function function) {
    if (rule.expression().size() != 1) {
      throw context.error(
          name.span(),
          "%s takes one argument, not %d".formatted(name.value(), rule.expression().size()));
    }
    boolean distinct = rule.setQuantifier() != null && rule.setQuantifier().DISTINCT() != null;
    return new AggregateCall(
        function,
        distinct,
        expressions.build(rule.expression(0)),
        filter(rule.filter()),
        context.span(rule));
  }

  private static Expression functionCall(
      Identifier name, List<Expression> arguments, SourceSpan span) {
    FunctionCall call = new FunctionCall(name, arguments, span);
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
  private static FunctionCall position(FunctionCall call) {
    if (call.arguments().size() == 1
        && call.arguments().get(0) instanceof InCollection in
        && !in.negated()) {
      return new FunctionCall(call.name(), List.of(in.value(), in.collection()), call.span());
    }
    return call;
  }

  private static Optional<AggregateCall.Function> aggregate(Identifier name) {
    if (name.quoted()) {
      return Optional.empty();
    }
    return switch (name.value().toUpperCase(Locale.ROOT)) {
      case "COUNT" -> Optional.of(AggregateCall.Function.COUNT);
      case "SUM" -> Optional.of(AggregateCall.Function.SUM);
      case "AVG" -> Optional.of(AggregateCall.Function.AVG);
      case "MIN" -> Optional.of(AggregateCall.Function.MIN);
      case "MAX" -> Optional.of(AggregateCall.Function.MAX);
      default -> Optional.empty();
    };
  }

  private @Nullable Expression filter(PartiqlBaseParser.@Nullable FilterContext rule) {
    return rule == null ? null : expressions.build(rule.expression());
  }

  Expression currentMoment(PartiqlBaseParser.CurrentMomentContext rule) {
    return new FunctionCall(keyword(rule.name, rule.name.getText()), List.of(), context.span(rule));
  }

  Expression extract(PartiqlBaseParser.ExtractContext rule) {
    Identifier field = names.identifier(rule.field);
    StringLiteral unit = new StringLiteral(field.value().toUpperCase(Locale.ROOT), field.span());
    return special(rule, "extract", List.of(unit, expressions.build(rule.value)));
  }

  Expression substring(PartiqlBaseParser.SubstringContext rule) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(expressions.build(rule.value));
    arguments.add(expressions.build(rule.start));
    if (rule.length != null) {
      arguments.add(expressions.build(rule.length));
    }
    return special(rule, "substring", arguments);
  }

  Expression trim(PartiqlBaseParser.TrimContext rule) {
    List<Expression> arguments = new ArrayList<>();
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

  private FunctionCall special(ParserRuleContext rule, String name, List<Expression> arguments) {
    return new FunctionCall(keyword(rule.getStart(), name), arguments, context.span(rule));
  }

  private Identifier keyword(Token token, String name) {
    return new Identifier(name, false, context.span(token));
  }
}
