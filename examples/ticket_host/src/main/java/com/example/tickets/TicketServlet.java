package com.example.tickets;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.FailureCause;
import io.krait.api.HookDispatcher;
import io.krait.api.PluginCommands;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET} and {@code POST /tickets}; a question that is a command goes to its plugin. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/tickets/*")
public final class TicketServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUESTION = 10_000;

  private final transient TicketDesk desk;
  private final transient HookDispatcher hooks;
  private final transient PluginCommands commands;
  private final transient ObjectMapper json = new ObjectMapper();

  /** The questions that this desk is asked. */
  @Activate
  public TicketServlet(
      @Reference TicketDesk desk,
      @Reference HookDispatcher hooks,
      @Reference PluginCommands commands) {
    this.desk = desk;
    this.hooks = hooks;
    this.commands = commands;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(response, 200, desk.tickets().list());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST_QUESTION + 1);
    String question = new String(body, StandardCharsets.UTF_8).strip();
    if (question.isEmpty() || body.length > LONGEST_QUESTION) {
      write(response, 400, Map.of("message", "a question has 1 to 10000 bytes"));
      return;
    }
    PluginContext context =
        PluginContext.builder()
            .requestId(UUID.randomUUID().toString())
            .ipAddress(request.getRemoteAddr())
            .build();
    try {
      if (question.startsWith("/")) {
        write(response, 200, Map.of("text", command(context, question)));
      } else {
        write(response, 201, open(context, question));
      }
    } catch (AppError refused) {
      write(response, refused.statusCode(), Map.of("message", refused.message()));
    }
  }

  /** Opens a ticket, unless a plugin refuses it. */
  private Ticket open(PluginContext context, String question) {
    Post asked = Post.builder().message(question).build();
    MessageWillBePostedResult result = hooks.blocking().messageWillBePosted(context, asked);
    if (!result.rejectionReason().isEmpty()) {
      throw AppError.of("desk.refused", result.rejectionReason(), 400);
    }
    Ticket ticket = desk.tickets().open(result.modifiedPost().orElse(asked).message());
    hooks
        .blocking()
        .messageHasBeenPosted(
            context,
            asked.toBuilder()
                .id(Integer.toString(ticket.number()))
                .channelId(Integer.toString(ticket.number()))
                .message(ticket.text())
                .build());
    return ticket;
  }

  private String command(PluginContext context, String line) {
    try {
      return commands
          .run(context, CommandArgs.builder().command(line).build())
          .toCompletableFuture()
          .join()
          .map(CommandResponse::text)
          .orElse("");
    } catch (CompletionException failure) {
      throw FailureCause.of(failure) instanceof AppError error ? error : failure;
    }
  }

  private void write(HttpServletResponse response, int status, Object content) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.getOutputStream().write(json.writeValueAsBytes(content));
  }
}
