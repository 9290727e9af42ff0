package io.partikey.jdbc;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.jdbc.ConnectionConfig.DocumentBinding;
import io.partikey.jdbc.type.Documents;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.api.ParameterDescription.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of text that is bound to an attribute of lists, maps or sets: clients see such
 * attributes as text, and what they edited as text must not become a string.
 *
 * <p>An attribute is one of documents if all values that it has had so far are lists, maps or sets,
 * or if it has had none and was declared as such. Text that is assigned to it, or that stands for a
 * whole item, is read as JSON or refused; text that it is compared with is read as JSON where it is
 * such.
 */
final class DocumentParameters {
  private final DocumentBinding binding;
  private final Backend backend;

  DocumentParameters(DocumentBinding binding, Backend backend) {
    this.binding = binding;
    this.backend = backend;
  }

  /** The parameters with documents in place of their text. */
  Parameters apply(Parameters parameters, List<ParameterDescription> descriptions) {
    if (binding == DocumentBinding.STRING) {
      return parameters;
    }
    @Nullable List<@Nullable AttributeValue> changed = null;
    for (int i = 0; i < descriptions.size(); i++) {
      if (parameters.get(i) instanceof StringValue text) {
        @Nullable AttributeValue document = document(text, descriptions.get(i));
        if (document != null) {
          changed = changed == null ? new ArrayList<>(parameters.values()) : changed;
          changed.set(i, document);
        }
      }
    }
    return changed == null ? parameters : new Parameters(changed);
  }

  /** What text stands for, null where it is text. */
  private @Nullable AttributeValue document(StringValue text, ParameterDescription parameter) {
    boolean isMap = parameter.type().filter(type -> type == AttributeType.M).isPresent();
    if (isMap && parameter.attribute().isEmpty()) {
      return assigned(text, "a whole item, which is a map");
    }
    if (parameter.type().isPresent() && !isMap) {
      return null;
    }
    Optional<Attribute> attribute = parameter.attribute().filter(this::holdsDocuments);
    if (attribute.isEmpty()) {
      return null;
    }
    return attribute.get().assigned()
        ? assigned(
            text, "the attribute '" + attribute.get().name() + "', which holds lists, maps or sets")
        : Documents.parse(text.text()).orElse(text);
  }

  private boolean holdsDocuments(Attribute attribute) {
    boolean documents = false;
    for (AttributeType type : types(attribute)) {
      if (!type.isDocument() && type != AttributeType.NULL) {
        return false;
      }
      documents |= type.isDocument();
    }
    return documents;
  }

  private Set<AttributeType> types(Attribute attribute) {
    Set<AttributeType> observed = backend.observedTypes(attribute.table(), attribute.name());
    return observed.isEmpty() ? declared(attribute) : observed;
  }

  private Set<AttributeType> declared(Attribute attribute) {
    return backend.catalog().table(attribute.table()).stream()
        .flatMap(table -> table.declaredColumns().stream())
        .filter(column -> column.name().equals(attribute.name()))
        .map(DeclaredColumn::type)
        .collect(Collectors.toSet());
  }

  private AttributeValue assigned(StringValue text, String target) {
    if (binding == DocumentBinding.STRICT) {
      throw new EngineException(
          ErrorCode.INVALID_TEXT,
          "Text is bound to "
              + target
              + "; bind a Map, a List, a Set or an AttributeValue, or connect with"
              + " documentBinding=auto to have it read as JSON");
    }
    return Documents.fromJson(text.text());
  }
}
