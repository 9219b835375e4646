package io.krait.host.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.VisibleText;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.RecentLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The newest records of the server's log, for administrators, and what clients add to it. */
@Path("logs")
public final class LogsResource {

  private static final System.Logger LOGGER = System.getLogger(LogsResource.class.getName());

  /** As the field writes moments in its log; it reads ISO 8601 as well here. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS XXX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** There is one server; the field names those of a cluster. */
  private static final String SERVER = "default";

  private static final int USUAL = 100;
  private static final int LONGEST_OF_CLIENT = 400;

  private final Access access;
  private final RecentLog log;
  private final ObjectMapper mapper;

  LogsResource(Access access, RecentLog log, ObjectMapper mapper) {
    this.access = access;
    this.log = log;
    this.mapper = mapper;
  }

  /** The newest records, oldest first, each the text of a JSON object. */
  @GET
  @Answered(value = String.class, list = true)
  public Response newest(
      @Context SecurityContext security,
      @QueryParam("page") @Nullable String page,
      @QueryParam("logs_per_page") @Nullable String perPage) {
    return Answers.ok(read(security, Wanted.ALL, page, perPage).stream().map(this::line).toList());
  }

  /** Those of some levels and of some time, by the name of the server. */
  @POST
  @Path("query")
  public Response query(
      @Context SecurityContext security,
      @QueryParam("page") @Nullable String page,
      @QueryParam("logs_per_page") @Nullable String perPage,
      Map<String, Object> body) {
    Wanted wanted = Wanted.of(body);
    List<RecentLog.Entry> found = read(security, wanted, page, perPage);
    return Answers.ok(
        wanted.hasServer()
            ? Map.of(SERVER, found.stream().map(LogsResource::told).toList())
            : Map.of());
  }

  /**
   * A client tells what has gone wrong with it. What administrators tell is logged as what they say
   * it is, what others tell as DEBUG, so that nobody can fill the log.
   */
  @POST
  public Response add(@Context SecurityContext security, Map<String, Object> body) {
    Caller caller = Caller.of(security);
    String text = VisibleText.excerpt(Answers.required(body, "message"), LONGEST_OF_CLIENT);
    String level = String.valueOf(body.get("level")).toUpperCase(Locale.ROOT);
    Level as = access.isAdministrator(caller) ? levelOfClient(level) : Level.DEBUG;
    LOGGER.log(as, "a client of user {0} says: {1}", caller.id(), text);
    return Answers.ok(Map.of("level", level, "message", text));
  }

  private static Level levelOfClient(String level) {
    return switch (level) {
      case "ERROR" -> Level.ERROR;
      case "WARN", "WARNING" -> Level.WARNING;
      case "INFO" -> Level.INFO;
      default -> Level.DEBUG;
    };
  }

  private List<RecentLog.Entry> read(
      SecurityContext security, Wanted wanted, @Nullable String page, @Nullable String perPage) {
    access.onServer(Caller.of(security), "get_logs");
    if (!log.isFed()) {
      throw AppError.of(
          "api.admin.get_logs.unavailable.app_error",
          "this server offers its log to nobody: there is no OSGi Log Service",
          501);
    }
    Page asked = Answers.page(page, perPage, USUAL);
    return log.newest(
        wanted::has, (int) Math.min(asked.offset(), Integer.MAX_VALUE), asked.limit());
  }

  private String line(RecentLog.Entry entry) {
    try {
      return mapper.writeValueAsString(told(entry));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Map<String, Object> told(RecentLog.Entry entry) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("timestamp", MOMENT.format(entry.at()));
    told.put("level", name(entry.level()));
    told.put("msg", entry.message());
    told.put("caller", entry.source());
    return told;
  }

  private static String name(Level level) {
    return level == Level.WARNING ? "warn" : level.getName().toLowerCase(Locale.ROOT);
  }

  /** Which records are asked for. */
  private record Wanted(Set<String> servers, Set<String> levels, Instant from, Instant to) {
    static final Wanted ALL = new Wanted(Set.of(), Set.of(), Instant.MIN, Instant.MAX);

    static Wanted of(Map<String, Object> body) {
      return new Wanted(
          texts(body, "server_names"),
          texts(body, "log_levels"),
          moment(body, "date_from", Instant.MIN),
          moment(body, "date_to", Instant.MAX));
    }

    boolean hasServer() {
      return servers.isEmpty() || servers.contains(SERVER);
    }

    boolean has(RecentLog.Entry entry) {
      return (levels.isEmpty() || levels.contains(name(entry.level())))
          && !entry.at().isBefore(from)
          && !entry.at().isAfter(to);
    }

    private static Set<String> texts(Map<String, Object> body, String name) {
      if (body.get(name) == null) {
        return Set.of();
      }
      if (!(body.get(name) instanceof List<?> list)) {
        throw Answers.invalid(name);
      }
      return list.stream()
          .map(one -> String.valueOf(one).toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant moment(Map<String, Object> body, String name, Instant otherwise) {
      if (!(body.get(name) instanceof String text) || text.isBlank()) {
        return otherwise;
      }
      try {
        return text.contains("T") ? Instant.parse(text) : MOMENT.parse(text, Instant::from);
      } catch (DateTimeException noMoment) {
        throw Answers.invalid(name, "is no moment such as 2026-01-31T12:00:00Z");
      }
    }
  }
}
