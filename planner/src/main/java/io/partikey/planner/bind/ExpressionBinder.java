package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Arithmetic;
import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.Cast;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Conditional;
import io.partikey.engine.expression.Elements;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.ListConstructor;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.MapConstructor;
import io.partikey.engine.expression.Not;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.Presence;
import io.partikey.engine.expression.SetConstructor;
import io.partikey.engine.expression.TextFunction;
import io.partikey.engine.expression.ValueType;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.AstVisitor;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.BetweenSyntax;
import io.partikey.parser.ast.BooleanLiteral;
import io.partikey.parser.ast.CaseExpression;
import io.partikey.parser.ast.CastSyntax;
import io.partikey.parser.ast.ComparisonSyntax;
import io.partikey.parser.ast.Concatenation;
import io.partikey.parser.ast.Exists;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.InListSyntax;
import io.partikey.parser.ast.InQuery;
import io.partikey.parser.ast.IsMissing;
import io.partikey.parser.ast.IsNull;
import io.partikey.parser.ast.IsType;
import io.partikey.parser.ast.LikeSyntax;
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.NullLiteral;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.ScalarQuery;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.TupleField;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.parser.ast.WhenClause;
import io.partikey.planner.mode.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lowers the expressions of one clause: names become columns or attributes, operators become those
 * of the engine, and every expression comes out in its simplest form.
 */
public final class ExpressionBinder implements AstVisitor<Expression, Scope> {
  private static final Expression ZERO = new Literal(NumberValue.ZERO);

  private final BindingContext context;
  private final Aggregates aggregates;
  private final PathBinder paths;
  private final PredicateBinder predicates;
  private final ParameterTyping parameters;
  private final KeyLiterals keyLiterals;
  private final FunctionBinder functions;

  public ExpressionBinder(BindingContext context, Aggregates aggregates) {
    this.context = context;
    this.aggregates = aggregates;
    this.paths = new PathBinder(context, this::bind);
    this.predicates = new PredicateBinder(context);
    this.parameters = new ParameterTyping(context);
    this.keyLiterals = new KeyLiterals(context);
    this.functions = new FunctionBinder(context);
  }

  /** The expression that a tree means under some names. */
  public Expression bind(ExpressionSyntax node, Scope scope) {
    return aggregates.keyOr(simplified(node.accept(this, scope), node));
  }

  // Conditions that are taken as they are written are run as they are written.
  private Expression simplified(Expression bound, Node node) {
    if (context.mode().conditions() == Mode.Conditions.SIMPLIFIED) {
      return Simplification.of(bound);
    }
    try {
      return Simplification.ofConstructor(bound);
    } catch (EngineException invalid) {
      throw BindingErrors.at(node.span(), invalid.code(), invalid.getMessage());
    }
  }

  /** The expressions that trees mean under some names. */
  List<Expression> bindAll(List<? extends ExpressionSyntax> nodes, Scope scope) {
    List<Expression> bound = new ArrayList<>(nodes.size());
    for (ExpressionSyntax node : nodes) {
      bound.add(bind(node, scope));
    }
    return bound;
  }

  /** A condition; a constant that is neither true nor false is refused. */
  Expression bindCondition(ExpressionSyntax node, Scope scope) {
    Expression condition = bind(node, scope);
    if (condition instanceof Literal literal && !(literal.value() instanceof BooleanValue)) {
      throw BindingErrors.at(
          node.span(),
          ErrorCode.WRONG_TYPE,
          "A condition is expected here, not the constant " + context.textAt(node.span()) + ".");
    }
    return condition;
  }

  @Override
  public Expression visitNode(Node node, Scope scope) {
    throw new IllegalStateException("no expression: " + node);
  }

  @Override
  public Expression visitStringLiteral(StringLiteral node, Scope scope) {
    return new Literal(new StringValue(node.value()));
  }

  @Override
  public Expression visitNumberLiteral(NumberLiteral node, Scope scope) {
    return new Literal(NumberLiterals.value(node, context.mode()));
  }

  @Override
  public Expression visitBooleanLiteral(BooleanLiteral node, Scope scope) {
    return new Literal(BooleanValue.of(node.value()));
  }

  @Override
  public Expression visitNullLiteral(NullLiteral node, Scope scope) {
    return new Literal(NullValue.NULL);
  }

  @Override
  public Expression visitMissingLiteral(MissingLiteral node, Scope scope) {
    return new Literal(null);
  }

  @Override
  public Expression visitParameter(ParameterSyntax node, Scope scope) {
    return new Parameter(node.ordinal() - 1);
  }

  @Override
  public Expression visitVariable(Variable node, Scope scope) {
    return paths.name(node, scope);
  }

  @Override
  public Expression visitPathExpression(PathExpression node, Scope scope) {
    return node.root() instanceof Variable variable
        ? paths.path(variable.name(), node.steps(), scope)
        : paths.path(bind(node.root(), scope), node, scope);
  }

  @Override
  public Expression visitListLiteral(ListLiteral node, Scope scope) {
    return new ListConstructor(bindAll(node.elements(), scope));
  }

  @Override
  public Expression visitBagLiteral(BagLiteral node, Scope scope) {
    return new SetConstructor(bindAll(node.elements(), scope));
  }

  @Override
  public Expression visitTupleLiteral(TupleLiteral node, Scope scope) {
    Map<String, Expression> members = new LinkedHashMap<>();
    for (TupleField field : node.fields()) {
      if (members.put(field.name().value(), bind(field.value(), scope)) != null) {
        throw BindingErrors.at(
            field.name().span(),
            ErrorCode.VALIDATION,
            "\"" + field.name().value() + "\" is given twice. Leave one of them out.");
      }
    }
    return new MapConstructor(members);
  }

  @Override
  public Expression visitArithmetic(ArithmeticSyntax node, Scope scope) {
    Expression left = number(node.left(), scope);
    Expression right = number(node.right(), scope);
    return new Arithmetic(operator(node.operator()), left, right, false);
  }

  private Expression number(ExpressionSyntax node, Scope scope) {
    Expression operand = bind(node, scope);
    parameters.is(operand, AttributeType.N);
    return operand;
  }

  /** The engine's operator for one of the tree. */
  static Arithmetic.Operator operator(ArithmeticSyntax.Operator operator) {
    return switch (operator) {
      case ADD -> Arithmetic.Operator.ADD;
      case SUBTRACT -> Arithmetic.Operator.SUBTRACT;
      case MULTIPLY -> Arithmetic.Operator.MULTIPLY;
      case DIVIDE -> Arithmetic.Operator.DIVIDE;
      case REMAINDER -> Arithmetic.Operator.MODULO;
    };
  }

  @Override
  public Expression visitSigned(Signed node, Scope scope) {
    Arithmetic.Operator operator =
        node.sign() == Signed.Sign.MINUS ? Arithmetic.Operator.SUBTRACT : Arithmetic.Operator.ADD;
    return new Arithmetic(operator, ZERO, number(node.operand(), scope), false);
  }

  @Override
  public Expression visitConcatenation(Concatenation node, Scope scope) {
    List<Expression> operands = List.of(bind(node.left(), scope), bind(node.right(), scope));
    parameters.arguments(TextFunction.CONCAT, operands);
    return new FunctionCall(TextFunction.CONCAT, operands);
  }

  @Override
  public Expression visitLogical(LogicalSyntax node, Scope scope) {
    List<Expression> terms = new ArrayList<>(node.operands().size());
    for (ExpressionSyntax operand : node.operands()) {
      terms.add(bindCondition(operand, scope));
    }
    return switch (node.operator()) {
      case AND -> new Logical(Logical.Operator.AND, terms);
      case OR -> new Logical(Logical.Operator.OR, terms);
    };
  }

  @Override
  public Expression visitNot(NotSyntax node, Scope scope) {
    return new Not(bindCondition(node.operand(), scope));
  }

  @Override
  public Expression visitComparison(ComparisonSyntax node, Scope scope) {
    Expression left = bind(node.left(), scope);
    Expression right = bind(node.right(), scope);
    parameters.compared(List.of(left, right), scope);
    keyLiterals.compared(List.of(node.left(), node.right()), List.of(left, right), scope);
    if (node.operator() == ComparisonSyntax.Operator.EQUAL) {
      new KeyColumns(context).compared(node.left(), left, node.right(), right);
    }
    return predicates.comparison(node, left, right);
  }

  @Override
  public Expression visitBetween(BetweenSyntax node, Scope scope) {
    Expression value = bind(node.value(), scope);
    Expression lower = bind(node.lower(), scope);
    Expression upper = bind(node.upper(), scope);
    predicates.requireOrdered("BETWEEN", value, node.value().span());
    predicates.requireOrdered("BETWEEN", lower, node.lower().span());
    predicates.requireOrdered("BETWEEN", upper, node.upper().span());
    parameters.compared(List.of(value, lower, upper), scope);
    keyLiterals.compared(
        List.of(node.value(), node.lower(), node.upper()), List.of(value, lower, upper), scope);
    Expression within = new Between(value, lower, upper);
    return negatedIf(node.negated(), within);
  }

  @Override
  public Expression visitInList(InListSyntax node, Scope scope) {
    Expression value = bind(node.value(), scope);
    List<Expression> candidates = bindAll(node.elements(), scope);
    List<Expression> operands = new ArrayList<>(candidates);
    operands.add(0, value);
    parameters.compared(operands, scope);
    List<ExpressionSyntax> written = new ArrayList<>(node.elements());
    written.add(0, node.value());
    keyLiterals.compared(written, operands, scope);
    return negatedIf(node.negated(), new InList(value, candidates));
  }

  private Expression negatedIf(boolean negated, Expression condition) {
    if (!negated) {
      return condition;
    }
    return new Not(
        context.mode().conditions() == Mode.Conditions.AS_WRITTEN
            ? condition
            : Simplification.of(condition));
  }

  @Override
  public Expression visitInCollection(InCollection node, Scope scope) {
    if (context.mode().conditions() == Mode.Conditions.AS_WRITTEN) {
      throw BindingErrors.unsupported(
          node.collection().span(),
          "IN with a value that is not written out",
          "Write IN [?, ?], or contains(collection, value).");
    }
    Expression value = bind(node.value(), scope);
    Expression collection = bind(node.collection(), scope);
    parameters.searched(value, collection, scope);
    Expression elements = Simplification.of(new Elements(collection));
    List<Expression> candidates =
        elements instanceof Literal constant
            ? Elements.of(constant.value()).stream().<Expression>map(Literal::new).toList()
            : List.of(elements);
    return negatedIf(node.negated(), new InList(value, candidates));
  }

  @Override
  public Expression visitLike(LikeSyntax node, Scope scope) {
    Expression value = bind(node.value(), scope);
    Expression pattern = bind(node.pattern(), scope);
    parameters.compared(List.of(value, pattern), scope);
    List.of(value, pattern).forEach(operand -> parameters.is(operand, AttributeType.S));
    // No number is of a pattern, so that the prefix of the pattern bounds no key of numbers.
    boolean bounds =
        scope.keyType(value, context.symbols()).filter(type -> type != AttributeType.S).isEmpty();
    Expression condition =
        LikeBinder.like(
            node,
            value,
            pattern,
            node.escape() == null ? null : bind(node.escape(), scope),
            bounds);
    return negatedIf(node.negated(), condition);
  }

  @Override
  public Expression visitIsNull(IsNull node, Scope scope) {
    Expression test = predicates.isNull(bind(node.value(), scope));
    return negatedIf(node.negated(), test);
  }

  @Override
  public Expression visitIsMissing(IsMissing node, Scope scope) {
    Expression test = new Presence(bind(node.value(), scope), Presence.Test.MISSING);
    return negatedIf(node.negated(), test);
  }

  @Override
  public Expression visitIsType(IsType node, Scope scope) {
    Expression test = predicates.isType(bind(node.value(), scope), node.type());
    return negatedIf(node.negated(), test);
  }

  @Override
  public Expression visitCaseExpression(CaseExpression node, Scope scope) {
    List<Conditional.Branch> branches = new ArrayList<>();
    for (WhenClause when : node.whens()) {
      Expression condition = whenCondition(node, when, scope);
      branches.add(new Conditional.Branch(condition, bind(when.result(), scope)));
    }
    Expression otherwise =
        node.otherwise() == null ? new Literal(NullValue.NULL) : bind(node.otherwise(), scope);
    return new Conditional(branches, otherwise);
  }

  private Expression whenCondition(CaseExpression node, WhenClause when, Scope scope) {
    if (node.operand() == null) {
      return bindCondition(when.condition(), scope);
    }
    return Simplification.of(
        new Comparison(
            ComparisonOperator.EQUAL, bind(node.operand(), scope), bind(when.condition(), scope)));
  }

  @Override
  public Expression visitCast(CastSyntax node, Scope scope) {
    ValueType type = new ValueType(TypeNames.kind(node.type()), node.type().arguments());
    return new Cast(bind(node.value(), scope), type);
  }

  @Override
  public Expression visitFunctionCall(FunctionCallSyntax node, Scope scope) {
    FunctionCallSyntax call = FunctionBinder.plain(node);
    return functions.call(call, bindAll(call.arguments(), scope));
  }

  @Override
  public Expression visitAggregateCall(AggregateCallSyntax node, Scope scope) {
    return aggregates.call(node, scope);
  }

  @Override
  public Expression visitScalarQuery(ScalarQuery node, Scope scope) {
    throw subquery(node, "A query as a value");
  }

  @Override
  public Expression visitExists(Exists node, Scope scope) {
    throw subquery(node, "EXISTS anywhere but as a condition of WHERE of its own");
  }

  @Override
  public Expression visitInQuery(InQuery node, Scope scope) {
    throw subquery(node, "IN with a query anywhere but as a condition of WHERE of its own");
  }

  private static EngineException subquery(Node node, String clause) {
    return BindingErrors.unsupported(
        node.span(), clause, "Join the tables, or run the inner query first.");
  }
}
