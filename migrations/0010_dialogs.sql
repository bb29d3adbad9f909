-- In chats of several people each is asked by themselves, in a forum each topic by itself.
CREATE TABLE dialogs_new (
  chat_id INTEGER NOT NULL,
  thread_id INTEGER NOT NULL, -- 0 is the whole chat
  user_id INTEGER NOT NULL,
  dialog TEXT NOT NULL CHECK (json_valid(dialog)),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, thread_id, user_id)
) STRICT, WITHOUT ROWID;

INSERT INTO dialogs_new (chat_id, thread_id, user_id, dialog, updated_at)
SELECT chat_id, 0, chat_id, dialog, updated_at FROM dialogs;

DROP TABLE dialogs;
ALTER TABLE dialogs_new RENAME TO dialogs;
