package io.krait.e2e;

import java.nio.file.Path;
import org.apache.catalina.startup.Tomcat;

/** A program that serves a web application by Tomcat until its standard input ends. */
final class WebServer {
  private WebServer() {}

  /** Takes a folder for what Tomcat writes, the application, and the port. */
  public static void main(String[] args) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(args[0]);
    tomcat.setPort(Integer.parseInt(args[2]));
    tomcat.getHost().setAppBase(args[0]);
    tomcat.addWebapp("/shop", Path.of(args[1]).toString());
    tomcat.getConnector();
    tomcat.start();
    while (System.in.read() >= 0) {
      // Nothing is said to it.
    }
    tomcat.stop();
    tomcat.destroy();
  }
}
