package app.candor.notify;

import app.candor.access.Person;

/**
 * A notice is about to stand in somebody's inbox. Published before it is stored, so it may come
 * again with the same notice id; a listener that reaches the person by another way does so once an
 * id.
 *
 * @param recipient as the directory knows them
 */
public record NoticeGiven(Notice notice, Person recipient) {}
