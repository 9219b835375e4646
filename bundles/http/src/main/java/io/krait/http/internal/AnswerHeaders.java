package io.krait.http.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;

/** Has browsers be careful with all answers, whoever gives them. */
@Component(service = Preprocessor.class, configurationPid = "io.krait.http.answers")
@Designate(ocd = AnswerHeadersConfiguration.class)
@RequireHttpWhiteboard
public final class AnswerHeaders implements Preprocessor {

  private static final System.Logger LOG = System.getLogger(AnswerHeaders.class.getName());
  private static final Pattern HEADER =
      Pattern.compile("\\s*([A-Za-z0-9-]+)\\s*:\\s*([ -~]+?)\\s*");

  private final Map<String, String> headers = new LinkedHashMap<>();

  @Activate
  public AnswerHeaders(AnswerHeadersConfiguration configuration) {
    this(List.of(configuration.headers()));
  }

  AnswerHeaders(List<String> lines) {
    for (String line : lines) {
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        headers.put(header.group(1), header.group(2));
      } else if (!line.isBlank()) {
        LOG.log(
            Level.ERROR,
            "configuration io.krait.http.answers, headers: \"{0}\" is not of the form Name: value;"
                + " it is passed over",
            line);
      }
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (response instanceof HttpServletResponse answer) {
      headers.forEach(answer::setHeader);
    }
    chain.doFilter(request, response);
  }
}
