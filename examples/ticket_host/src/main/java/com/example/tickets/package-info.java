/** A desk for tickets, as an example of a host that is no team chat. */
package com.example.tickets;
