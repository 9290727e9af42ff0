package io.partikey.shell.terminal;

import io.partikey.grammar.ClassifiedToken;
import io.partikey.grammar.TokenClassifier;
import io.partikey.grammar.TokenKind;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours what is typed by the kinds of its tokens; of a command only the name. */
final class StatementHighlighter implements Highlighter {
  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

  @Override
  public AttributedString highlight(LineReader reader, String text) {
    return highlight(text);
  }

  /** The text in colours. */
  static AttributedString highlight(String text) {
    AttributedStringBuilder highlighted = new AttributedStringBuilder();
    int at = 0;
    if (text.stripLeading().startsWith("\\")) {
      at = endOfCommandName(text);
      highlighted.append(text.substring(0, at), PLAIN.foreground(AttributedStyle.CYAN));
      if (!text.substring(0, at).strip().equals("\\explain")) {
        return highlighted.append(text.substring(at)).toAttributedString();
      }
    }
    int offset = at;
    for (ClassifiedToken token : TokenClassifier.classify(text.substring(offset))) {
      highlighted.append(text.substring(at, offset + token.start()));
      at = offset + token.end();
      highlighted.append(text.substring(offset + token.start(), at), style(token.kind()));
    }
    return highlighted.append(text.substring(at)).toAttributedString();
  }

  private static int endOfCommandName(String text) {
    int at = text.indexOf('\\');
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static AttributedStyle style(TokenKind kind) {
    return switch (kind) {
      case KEYWORD -> PLAIN.foreground(AttributedStyle.BLUE).bold();
      case STRING -> PLAIN.foreground(AttributedStyle.GREEN);
      case NUMBER -> PLAIN.foreground(AttributedStyle.MAGENTA);
      case COMMENT -> PLAIN.faint();
      case PARAMETER -> PLAIN.foreground(AttributedStyle.YELLOW);
      case ERROR -> PLAIN.foreground(AttributedStyle.RED);
      case IDENTIFIER, OPERATOR -> PLAIN;
    };
  }
}
