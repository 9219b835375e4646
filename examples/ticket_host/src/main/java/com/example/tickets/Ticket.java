package com.example.tickets;

import java.util.List;

/**
 * What somebody has asked the desk.
 *
 * @param number counted from 1
 * @param text the question
 * @param answers by people and plugins, oldest first
 */
record Ticket(int number, String text, List<String> answers) {}
