/** A web application whose plugins run in an OSGi framework that it starts itself. */
package com.example.webapp;
