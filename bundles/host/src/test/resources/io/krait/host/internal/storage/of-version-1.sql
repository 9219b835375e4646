-- What H2 says of a data folder that was used while V1__chat.sql was the only script.
CREATE CACHED TABLE "public"."flyway_schema_history"(
    "installed_rank" INTEGER NOT NULL,
    "version" CHARACTER VARYING(50),
    "description" CHARACTER VARYING(200) NOT NULL,
    "type" CHARACTER VARYING(20) NOT NULL,
    "script" CHARACTER VARYING(1000) NOT NULL,
    "checksum" INTEGER,
    "installed_by" CHARACTER VARYING(100) NOT NULL,
    "installed_on" TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "execution_time" INTEGER NOT NULL,
    "success" BOOLEAN NOT NULL
);
ALTER TABLE "public"."flyway_schema_history" ADD CONSTRAINT "public"."flyway_schema_history_pk" PRIMARY KEY("installed_rank");
INSERT INTO "public"."flyway_schema_history" VALUES
(-1, NULL, '<< Flyway Schema History table created >>', 'TABLE', '', NULL, '', TIMESTAMP '2026-11-22 21:40:32.417382', 0, TRUE),
(1, '1', 'chat', 'SQL', 'V1__chat.sql', -1082058387, '', TIMESTAMP '2026-11-22 21:40:32.422276', 1, TRUE);
CREATE INDEX "public"."flyway_schema_history_s_idx" ON "public"."flyway_schema_history"("success" NULLS LAST);
CREATE CACHED TABLE "public"."facts"(
    "name" CHARACTER VARYING(64) NOT NULL,
    "content" CHARACTER VARYING NOT NULL
);
ALTER TABLE "public"."facts" ADD CONSTRAINT "public"."CONSTRAINT_5" PRIMARY KEY("name");
INSERT INTO "public"."facts" VALUES
('first_administrator', 'z468uhsumzo6ipi6p8kjzc74wi'),
('install_date', '1767225600000'),
('diagnostic_id', 'nio5m6q1nzw7gxr1swmzyodp5r');
CREATE CACHED TABLE "public"."users"(
    "id" CHARACTER VARYING(26) NOT NULL,
    "create_at" BIGINT NOT NULL,
    "update_at" BIGINT NOT NULL,
    "delete_at" BIGINT NOT NULL,
    "username" CHARACTER VARYING(64) NOT NULL,
    "email" CHARACTER VARYING(128) NOT NULL,
    "password_hash" CHARACTER VARYING NOT NULL,
    "auth_data" CHARACTER VARYING(128),
    "auth_service" CHARACTER VARYING(32) NOT NULL,
    "email_verified" BOOLEAN NOT NULL,
    "nickname" CHARACTER VARYING(64) NOT NULL,
    "first_name" CHARACTER VARYING(64) NOT NULL,
    "last_name" CHARACTER VARYING(64) NOT NULL,
    "job" CHARACTER VARYING(128) NOT NULL,
    "roles" CHARACTER VARYING(256) NOT NULL,
    "allow_marketing" BOOLEAN NOT NULL,
    "props" CHARACTER VARYING NOT NULL,
    "notify_props" CHARACTER VARYING NOT NULL,
    "last_password_update" BIGINT NOT NULL,
    "failed_attempts" INTEGER NOT NULL,
    "last_failed_login" BIGINT NOT NULL,
    "locale" CHARACTER VARYING(5) NOT NULL,
    "timezone" CHARACTER VARYING NOT NULL,
    "is_bot" BOOLEAN NOT NULL,
    "bot_description" CHARACTER VARYING NOT NULL,
    "last_login" BIGINT NOT NULL
);
ALTER TABLE "public"."users" ADD CONSTRAINT "public"."CONSTRAINT_6" PRIMARY KEY("id");
INSERT INTO "public"."users" VALUES
('z468uhsumzo6ipi6p8kjzc74wi', 1767225600000, 1767225600000, 0, 'ada', 'ada@example.com', '$argon2id$v=19$m=8,t=1,p=1$vB/wMfAnfOGG2DUcb7fHfw$Lb71B+wXvz59hCWns9zlDvvZCI3HHT3kO5sDqUpJQRU', NULL, '', FALSE, 'Countess', '', '', '', 'system_user system_admin', FALSE, '{}', '{}', 1767225600000, 0, 0, 'en', '{}', FALSE, '', 0),
('ukfn7jtcwf9rkuqmyfphd3wtau', 1767225600000, 1767225600000, 0, 'bob', 'bob@example.com', '$argon2id$v=19$m=8,t=1,p=1$WJGkfvJJwYM9s90Hqv4MqA$LtyRz9Qb04ocyUkYWgTiHlljpe7rCrPBhfFbQgkI/gQ', NULL, '', FALSE, '', '', '', '', 'system_user', FALSE, '{"customStatus":"{\"emoji\":\"tea\",\"text\":\"Pause\",\"duration\":\"\",\"expires_at\":\"1970-01-01T00:00:00Z\"}"}', '{}', 1767225600000, 0, 0, 'en', '{}', FALSE, '', 0),
('gjkjqruz8zzpzg66rpka35qhhq', 1767225600000, 1767225600000, 1767225600000, 'gone', 'gone@example.com', '$argon2id$v=19$m=8,t=1,p=1$4Q5r7RmW8+iXlwrUQtgjpw$z8VwFRUBBQonqIvSZJL2xjnNyRFvrtlbwwklQ7+mMRk', NULL, '', FALSE, '', '', '', '', 'system_user', FALSE, '{}', '{}', 1767225600000, 0, 0, 'en', '{}', FALSE, '', 0);
CREATE CACHED TABLE "public"."statuses"(
    "user_id" CHARACTER VARYING(26) NOT NULL,
    "status" CHARACTER VARYING(32) NOT NULL,
    "manual" BOOLEAN NOT NULL,
    "last_activity_at" BIGINT NOT NULL,
    "dnd_end_time" BIGINT NOT NULL,
    "status_before" CHARACTER VARYING(32) NOT NULL
);
ALTER TABLE "public"."statuses" ADD CONSTRAINT "public"."CONSTRAINT_4" PRIMARY KEY("user_id");
INSERT INTO "public"."statuses" VALUES
('z468uhsumzo6ipi6p8kjzc74wi', 'away', TRUE, 1767225600000, 0, '');
CREATE CACHED TABLE "public"."sessions"(
    "id" CHARACTER VARYING(26) NOT NULL,
    "token" CHARACTER VARYING(26) NOT NULL,
    "create_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "last_activity_at" BIGINT NOT NULL,
    "user_id" CHARACTER VARYING(26) NOT NULL,
    "device_id" CHARACTER VARYING(512) NOT NULL,
    "is_oauth" BOOLEAN NOT NULL,
    "props" CHARACTER VARYING NOT NULL
);
ALTER TABLE "public"."sessions" ADD CONSTRAINT "public"."CONSTRAINT_53" PRIMARY KEY("id");
INSERT INTO "public"."sessions" VALUES
('6pgi9u75i6ju7uu9rhj75atfkb', 'dc8whzbka4he5frgmzebn1juuh', 1767225600000, 1769817600000, 1767225600000, 'z468uhsumzo6ipi6p8kjzc74wi', '', FALSE, '{}');
CREATE INDEX "public"."sessions_of_user" ON "public"."sessions"("user_id" NULLS LAST);
CREATE CACHED TABLE "public"."teams"(
    "id" CHARACTER VARYING(26) NOT NULL,
    "create_at" BIGINT NOT NULL,
    "update_at" BIGINT NOT NULL,
    "delete_at" BIGINT NOT NULL,
    "display_name" CHARACTER VARYING(64) NOT NULL,
    "name" CHARACTER VARYING(64) NOT NULL,
    "description" CHARACTER VARYING(255) NOT NULL,
    "email" CHARACTER VARYING(128) NOT NULL,
    "kind" CHARACTER VARYING(1) NOT NULL,
    "company_name" CHARACTER VARYING(64) NOT NULL,
    "allowed_domains" CHARACTER VARYING(1000) NOT NULL,
    "invite_id" CHARACTER VARYING(32) NOT NULL,
    "allow_open_invite" BOOLEAN NOT NULL,
    "group_constrained" BOOLEAN
);
ALTER TABLE "public"."teams" ADD CONSTRAINT "public"."CONSTRAINT_69" PRIMARY KEY("id");
INSERT INTO "public"."teams" VALUES
('rkk37imkf7pchdakzi1g3shzwh', 1767225600000, 1767225600000, 0, 'crew', 'crew', '', '', 'O', '', '', 'mzzup8jokuwkeswssnts7uo1j4', FALSE, NULL);
CREATE CACHED TABLE "public"."team_members"(
    "team_id" CHARACTER VARYING(26) NOT NULL,
    "user_id" CHARACTER VARYING(26) NOT NULL,
    "roles" CHARACTER VARYING(256) NOT NULL,
    "create_at" BIGINT NOT NULL,
    "delete_at" BIGINT NOT NULL
);
ALTER TABLE "public"."team_members" ADD CONSTRAINT "public"."CONSTRAINT_B0C" PRIMARY KEY("team_id", "user_id");
INSERT INTO "public"."team_members" VALUES
('rkk37imkf7pchdakzi1g3shzwh', 'z468uhsumzo6ipi6p8kjzc74wi', 'team_user', 1767225600000, 0),
('rkk37imkf7pchdakzi1g3shzwh', 'ukfn7jtcwf9rkuqmyfphd3wtau', 'team_user', 1767225600000, 0);
CREATE INDEX "public"."team_members_of_user" ON "public"."team_members"("user_id" NULLS LAST);
CREATE CACHED TABLE "public"."channels"(
    "id" CHARACTER VARYING(26) NOT NULL,
    "create_at" BIGINT NOT NULL,
    "update_at" BIGINT NOT NULL,
    "delete_at" BIGINT NOT NULL,
    "team_id" CHARACTER VARYING(26) NOT NULL,
    "kind" CHARACTER VARYING(1) NOT NULL,
    "display_name" CHARACTER VARYING(512) NOT NULL,
    "name" CHARACTER VARYING(64) NOT NULL,
    "header" CHARACTER VARYING(1024) NOT NULL,
    "purpose" CHARACTER VARYING(250) NOT NULL,
    "last_post_at" BIGINT NOT NULL,
    "total_msg_count" BIGINT NOT NULL,
    "last_root_post_at" BIGINT NOT NULL,
    "total_msg_count_root" BIGINT NOT NULL,
    "creator_id" CHARACTER VARYING(64) NOT NULL,
    "props" CHARACTER VARYING NOT NULL,
    "group_constrained" BOOLEAN
);
ALTER TABLE "public"."channels" ADD CONSTRAINT "public"."CONSTRAINT_55" PRIMARY KEY("id");
INSERT INTO "public"."channels" VALUES
('yczrjwfnhmc8khrmwtybryi4h7', 1767225600000, 1767225600000, 0, 'rkk37imkf7pchdakzi1g3shzwh', 'O', 'Town Square', 'town-square', '', '', 0, 0, 0, 0, '', '{}', NULL),
('nqjdggrtwjmwt9by1twxtjii4o', 1767225600000, 1767225600000, 0, 'rkk37imkf7pchdakzi1g3shzwh', 'O', 'Off-Topic', 'off-topic', '', '', 0, 0, 0, 0, '', '{}', NULL),
('oocipd7gnmndege7hkpz1pp643', 1767225600000, 1767225600000, 0, 'rkk37imkf7pchdakzi1g3shzwh', 'O', 'deck', 'deck', '', '', 1767225601000, 3, 1767225601000, 2, '', '{}', NULL),
('6k6wjxpo37maomwicookxknkao', 1767225600000, 1767225600000, 1767225600000, 'rkk37imkf7pchdakzi1g3shzwh', 'O', 'old', 'old', '', '', 0, 0, 0, 0, '', '{}', NULL),
('rwn3oh5s4864wba3dxte9jia6b', 1767225600000, 1767225600000, 0, '', 'D', '', 'ukfn7jtcwf9rkuqmyfphd3wtau__z468uhsumzo6ipi6p8kjzc74wi', '', '', 1767225601000, 1, 1767225601000, 1, '', '{}', NULL);
CREATE CACHED TABLE "public"."channel_members"(
    "channel_id" CHARACTER VARYING(26) NOT NULL,
    "user_id" CHARACTER VARYING(26) NOT NULL,
    "roles" CHARACTER VARYING(256) NOT NULL,
    "last_viewed_at" BIGINT NOT NULL,
    "msg_count" BIGINT NOT NULL,
    "msg_count_root" BIGINT NOT NULL,
    "mention_count" BIGINT NOT NULL,
    "mention_count_root" BIGINT NOT NULL,
    "notify_props" CHARACTER VARYING NOT NULL,
    "last_update_at" BIGINT NOT NULL
);
ALTER TABLE "public"."channel_members" ADD CONSTRAINT "public"."CONSTRAINT_DD2" PRIMARY KEY("channel_id", "user_id");
INSERT INTO "public"."channel_members" VALUES
('yczrjwfnhmc8khrmwtybryi4h7', 'z468uhsumzo6ipi6p8kjzc74wi', 'channel_user', 0, 0, 0, 0, 0, '{"push":"default","email":"default","ignore_channel_mentions":"default","mark_unread":"all","desktop":"default"}', 1767225600000),
('nqjdggrtwjmwt9by1twxtjii4o', 'z468uhsumzo6ipi6p8kjzc74wi', 'channel_user', 0, 0, 0, 0, 0, '{"push":"default","email":"default","ignore_channel_mentions":"default","mark_unread":"all","desktop":"default"}', 1767225600000),
('yczrjwfnhmc8khrmwtybryi4h7', 'ukfn7jtcwf9rkuqmyfphd3wtau', 'channel_user', 0, 0, 0, 0, 0, '{"push":"default","email":"default","ignore_channel_mentions":"default","mark_unread":"all","desktop":"default"}', 1767225600000),
('nqjdggrtwjmwt9by1twxtjii4o', 'ukfn7jtcwf9rkuqmyfphd3wtau', 'channel_user', 0, 0, 0, 0, 0, '{"push":"default","email":"default","ignore_channel_mentions":"default","mark_unread":"all","desktop":"default"}', 1767225600000),
('oocipd7gnmndege7hkpz1pp643', 'z468uhsumzo6ipi6p8kjzc74wi', 'channel_user', 0, 0, 0, 0, 0, '{"push":"default","email":"default","ignore_channel_mentions":"default","mark_unread":"all","desktop":"default"}', 1767225600000),
('oocipd7gnmndege7hkpz1pp643', 'ukfn7jtcwf9rkuqmyfphd3wtau', 'channel_user', 0, 0, 0, 0, 0, '{"push":"default","email":"default","ignore_channel_mentions":"default","mark_unread":"all","desktop":"default"}', 1767225600000),
('rwn3oh5s4864wba3dxte9jia6b', 'ukfn7jtcwf9rkuqmyfphd3wtau', 'channel_user', 0, 0, 0, 0, 0, '{"push":"default","email":"default","ignore_channel_mentions":"default","mark_unread":"all","desktop":"default"}', 1767225600000),
('rwn3oh5s4864wba3dxte9jia6b', 'z468uhsumzo6ipi6p8kjzc74wi', 'channel_user', 0, 0, 0, 0, 0, '{"push":"default","email":"default","ignore_channel_mentions":"default","mark_unread":"all","desktop":"default"}', 1767225600000);
CREATE INDEX "public"."channel_members_of_user" ON "public"."channel_members"("user_id" NULLS LAST);
CREATE CACHED TABLE "public"."posts"(
    "id" CHARACTER VARYING(26) NOT NULL,
    "seq" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1 RESTART WITH 5) NOT NULL,
    "create_at" BIGINT NOT NULL,
    "update_at" BIGINT NOT NULL,
    "edit_at" BIGINT NOT NULL,
    "delete_at" BIGINT NOT NULL,
    "is_pinned" BOOLEAN NOT NULL,
    "user_id" CHARACTER VARYING(26) NOT NULL,
    "channel_id" CHARACTER VARYING(26) NOT NULL,
    "root_id" CHARACTER VARYING(26) NOT NULL,
    "original_id" CHARACTER VARYING(26) NOT NULL,
    "message" CHARACTER VARYING NOT NULL,
    "kind" CHARACTER VARYING(26) NOT NULL,
    "props" CHARACTER VARYING NOT NULL,
    "hashtags" CHARACTER VARYING(1000) NOT NULL,
    "file_ids" CHARACTER VARYING NOT NULL,
    "pending_post_id" CHARACTER VARYING(128) NOT NULL,
    "has_reactions" BOOLEAN NOT NULL,
    "remote_id" CHARACTER VARYING(26)
);
ALTER TABLE "public"."posts" ADD CONSTRAINT "public"."CONSTRAINT_65" PRIMARY KEY("id");
INSERT INTO "public"."posts" VALUES
('suoyyjfcjkkbqyyh4xakbny3ac', 1, 1767225600000, 1767225601000, 0, 0, FALSE, 'z468uhsumzo6ipi6p8kjzc74wi', 'oocipd7gnmndege7hkpz1pp643', '', '', U&'Ahoy from \00c5da \2693 #sea', '', '{}', '#sea', '[]', '', TRUE, NULL),
('1o9oz37mo599a4tet4zi19minc', 2, 1767225601000, 1767225601000, 0, 0, FALSE, 'ukfn7jtcwf9rkuqmyfphd3wtau', 'oocipd7gnmndege7hkpz1pp643', 'suoyyjfcjkkbqyyh4xakbny3ac', '', U&'Aye\000ain two lines', '', '{}', '', '[]', '', FALSE, NULL),
('5iku7jffgbmf1itam6rudp66i7', 3, 1767225601000, 1767225601000, 0, 1767225601000, FALSE, 'ukfn7jtcwf9rkuqmyfphd3wtau', 'oocipd7gnmndege7hkpz1pp643', '', '', 'forget this', '', '{}', '', '[]', '', FALSE, NULL),
('9exxw8yrjok9aeirzgnnridzgo', 4, 1767225601000, 1767225601000, 0, 0, FALSE, 'ukfn7jtcwf9rkuqmyfphd3wtau', 'rwn3oh5s4864wba3dxte9jia6b', '', '', 'in private', '', '{}', '', '[]', '', FALSE, NULL);
CREATE INDEX "public"."posts_of_channel" ON "public"."posts"("channel_id" NULLS LAST, "create_at" NULLS LAST, "seq" NULLS LAST);
CREATE INDEX "public"."posts_changed" ON "public"."posts"("channel_id" NULLS LAST, "update_at" NULLS LAST);
CREATE INDEX "public"."posts_of_thread" ON "public"."posts"("root_id" NULLS LAST);
CREATE CACHED TABLE "public"."reactions"(
    "user_id" CHARACTER VARYING(26) NOT NULL,
    "post_id" CHARACTER VARYING(26) NOT NULL,
    "emoji_name" CHARACTER VARYING(64) NOT NULL,
    "seq" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1 RESTART WITH 2) NOT NULL,
    "create_at" BIGINT NOT NULL,
    "update_at" BIGINT NOT NULL,
    "channel_id" CHARACTER VARYING(26) NOT NULL,
    "remote_id" CHARACTER VARYING(26)
);
ALTER TABLE "public"."reactions" ADD CONSTRAINT "public"."CONSTRAINT_BD10" PRIMARY KEY("post_id", "user_id", "emoji_name");
INSERT INTO "public"."reactions" VALUES
('ukfn7jtcwf9rkuqmyfphd3wtau', 'suoyyjfcjkkbqyyh4xakbny3ac', 'anchor', 1, 1767225601000, 1767225601000, 'oocipd7gnmndege7hkpz1pp643', NULL);
CREATE CACHED TABLE "public"."preferences"(
    "user_id" CHARACTER VARYING(26) NOT NULL,
    "category" CHARACTER VARYING(32) NOT NULL,
    "name" CHARACTER VARYING(32) NOT NULL,
    "content" CHARACTER VARYING(20000) NOT NULL
);
ALTER TABLE "public"."preferences" ADD CONSTRAINT "public"."CONSTRAINT_7" PRIMARY KEY("user_id", "category", "name");
INSERT INTO "public"."preferences" VALUES
('z468uhsumzo6ipi6p8kjzc74wi', 'display', 'theme', 'dark');
CREATE CACHED TABLE "public"."plugin_entries"(
    "plugin_id" CHARACTER VARYING(190) NOT NULL,
    "entry_key" CHARACTER VARYING(150) NOT NULL,
    "content" BINARY VARYING NOT NULL,
    "expire_at" BIGINT NOT NULL
);
ALTER TABLE "public"."plugin_entries" ADD CONSTRAINT "public"."CONSTRAINT_F" PRIMARY KEY("plugin_id", "entry_key");
INSERT INTO "public"."plugin_entries" VALUES
('com.example.counter', 'count', X'0001ff', 0),
('com.example.counter', 'soon gone', X'01', 1767229201000);
ALTER TABLE "public"."users" ADD CONSTRAINT "public"."users_identity_taken" UNIQUE NULLS DISTINCT ("auth_service", "auth_data");
ALTER TABLE "public"."users" ADD CONSTRAINT "public"."users_username_taken" UNIQUE NULLS DISTINCT ("username");
ALTER TABLE "public"."channels" ADD CONSTRAINT "public"."channels_name_taken" UNIQUE NULLS DISTINCT ("team_id", "name");
ALTER TABLE "public"."users" ADD CONSTRAINT "public"."users_email_taken" UNIQUE NULLS DISTINCT ("email");
ALTER TABLE "public"."teams" ADD CONSTRAINT "public"."teams_name_taken" UNIQUE NULLS DISTINCT ("name");
ALTER TABLE "public"."sessions" ADD CONSTRAINT "public"."CONSTRAINT_53B" UNIQUE NULLS DISTINCT ("token");
ALTER TABLE "public"."channel_members" ADD CONSTRAINT "public"."CONSTRAINT_DD" FOREIGN KEY("user_id") REFERENCES "public"."users"("id") NOCHECK;
ALTER TABLE "public"."reactions" ADD CONSTRAINT "public"."CONSTRAINT_BD" FOREIGN KEY("user_id") REFERENCES "public"."users"("id") NOCHECK;
ALTER TABLE "public"."statuses" ADD CONSTRAINT "public"."CONSTRAINT_4E" FOREIGN KEY("user_id") REFERENCES "public"."users"("id") NOCHECK;
ALTER TABLE "public"."sessions" ADD CONSTRAINT "public"."CONSTRAINT_53BF" FOREIGN KEY("user_id") REFERENCES "public"."users"("id") NOCHECK;
ALTER TABLE "public"."reactions" ADD CONSTRAINT "public"."CONSTRAINT_BD1" FOREIGN KEY("post_id") REFERENCES "public"."posts"("id") NOCHECK;
ALTER TABLE "public"."team_members" ADD CONSTRAINT "public"."CONSTRAINT_B" FOREIGN KEY("team_id") REFERENCES "public"."teams"("id") NOCHECK;
ALTER TABLE "public"."team_members" ADD CONSTRAINT "public"."CONSTRAINT_B0" FOREIGN KEY("user_id") REFERENCES "public"."users"("id") NOCHECK;
ALTER TABLE "public"."channel_members" ADD CONSTRAINT "public"."CONSTRAINT_D" FOREIGN KEY("channel_id") REFERENCES "public"."channels"("id") NOCHECK;
ALTER TABLE "public"."posts" ADD CONSTRAINT "public"."CONSTRAINT_65E" FOREIGN KEY("channel_id") REFERENCES "public"."channels"("id") NOCHECK;
