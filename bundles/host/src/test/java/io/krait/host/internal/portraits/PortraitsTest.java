package io.krait.host.internal.portraits;

import static io.krait.host.internal.chat.TestHost.START;
import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.model.Bot;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Passwords;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.plugin.HostServices;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortraitsTest {

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private HostServices services;
  private Portraits portraits;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    services = HostServices.in(host.surroundings(), new Passwords(8, 1));
    portraits = services.portraits();
  }

  @Test
  void whoHasNoPictureIsShownByTheFirstLetterOfTheName() throws IOException {
    User ada = host.user("ada");
    User bob = host.user("bob");

    BufferedImage image = decoded(portraits.ofUser(ada.id()));
    assertThat(image.getWidth()).isEqualTo(128);
    assertThat(image.getHeight()).isEqualTo(128);
    assertThat(portraits.ofUser(ada.id())).isEqualTo(portraits.ofUser(ada.id()));
    assertThat(portraits.ofUser(ada.id())).isNotEqualTo(portraits.ofUser(bob.id()));
    assertFails(404, () -> portraits.ofUser("nobody"));
  }

  @Test
  void aPictureIsCutToASquareAndCanBeTakenBack() throws IOException {
    User ada = host.user("ada");
    Bytes made = portraits.ofUser(ada.id());

    portraits.setOfUser(ada.id(), picture(300, 200));
    portraits.setOfUser(ada.id(), picture(400, 200));

    BufferedImage image = decoded(portraits.ofUser(ada.id()));
    assertThat(image.getWidth()).isEqualTo(128);
    assertThat(image.getHeight()).isEqualTo(128);
    assertThat(image.getRGB(64, 64) & 0xffffff).isEqualTo(0xff0000);
    assertThat(services.users().get(ada.id()).lastPictureUpdate()).isEqualTo(START.toEpochMilli());
    portraits.resetOfUser(ada.id());
    assertThat(portraits.ofUser(ada.id())).isEqualTo(made);
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    User ada = host.user("ada");

    assertFails(400, () -> portraits.setOfUser(ada.id(), Bytes.utf8("no picture")));
    assertFails(400, () -> portraits.setOfUser(ada.id(), Bytes.EMPTY));
    assertFails(
        413, () -> portraits.setOfUser(ada.id(), Bytes.owning(new byte[Portraits.LARGEST + 1])));
    Bytes good = picture(10, 10);
    assertFails(404, () -> portraits.setOfUser("nobody", good));
    assertThat(services.users().get(ada.id()).lastPictureUpdate()).isZero();
  }

  @Test
  void aPictureThatClaimsToBeHugeIsRefusedByItsHeader() throws IOException {
    User ada = host.user("ada");
    byte[] bomb = picture(10, 10).toByteArray();
    // Width and height of a PNG are in bytes 16 to 23.
    bomb[17] = 0x7f;
    bomb[21] = 0x7f;

    assertFails(400, () -> portraits.setOfUser(ada.id(), Bytes.owning(bomb)));
  }

  @Test
  void aBotsIconIsItsUsersPicture() throws IOException {
    Bot bot = services.bots().create(Bot.builder().username("helper").ownerId("plugin").build());

    portraits.setOfUser(bot.userId(), picture(10, 10));

    assertThat(services.bots().get(bot.userId(), false).lastIconUpdate())
        .isEqualTo(START.toEpochMilli());
  }

  @Test
  void aTeamHasAPictureWhileItIsSet() throws IOException {
    Team team = host.team("team");
    assertFails(404, () -> portraits.ofTeam(team.id()));

    portraits.setOfTeam(team.id(), picture(300, 300));
    assertThat(decoded(portraits.ofTeam(team.id())).getWidth()).isEqualTo(128);
    assertThat(services.teams().get(team.id()).lastTeamIconUpdate())
        .isEqualTo(START.toEpochMilli());

    portraits.removeOfTeam(team.id());
    portraits.removeOfTeam(team.id());
    assertFails(404, () -> portraits.ofTeam(team.id()));
    assertThat(services.teams().get(team.id()).lastTeamIconUpdate()).isZero();
    assertFails(404, () -> portraits.removeOfTeam("nothing"));
    assertFails(404, () -> portraits.setOfTeam("nothing", Bytes.EMPTY));
  }

  private static Bytes picture(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, 0xff0000);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return Bytes.owning(bytes.toByteArray());
  }

  private static BufferedImage decoded(Bytes png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
  }
}
