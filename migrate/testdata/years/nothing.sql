-- What goes on in the database of testdata/icat without any publication being another. An idle step changes no byte
-- of a record; one that is unseen makes none again, either.

-- step: the first run, without the post that is a megabyte long
DELETE FROM wp_posts WHERE LENGTH(post_content) > 300000;

-- unseen: WordPress and its plugins are upgraded, users log in
UPDATE wp_options SET option_value = '60421' WHERE option_name = 'db_version';
UPDATE wp_options SET autoload = 'on' WHERE autoload = 'yes';
INSERT INTO wp_options (option_name, option_value, autoload) VALUES ('_transient_timeout_feed', '1700000000', 'off'), ('fs_accounts', 'a:0:{}', 'on');
INSERT INTO wp_usermeta (user_id, meta_key, meta_value) VALUES (1, 'session_tokens', 'a:0:{}');
INSERT INTO wp_comments (comment_post_ID, comment_author, comment_content) VALUES (116, 'A reader', 'Thank you');

-- unseen: drafts and revisions come
INSERT INTO wp_posts (post_author, post_title, post_status, post_type, post_name, post_parent, post_content, post_excerpt, to_ping, pinged, post_content_filtered)
SELECT post_author, post_title, 'inherit', 'revision', CONCAT(ID, '-revision-v1'), ID, 'Once', '', '', '', '' FROM wp_posts WHERE post_type = 'publication';
INSERT INTO wp_posts (post_author, post_title, post_status, post_type, post_content, post_excerpt, to_ping, pinged, post_content_filtered) VALUES (1, 'Auto Draft', 'auto-draft', 'post', '', '', '', '', '');

-- unseen: they are cleaned up, with the meta that nothing has
DELETE FROM wp_posts WHERE post_type = 'revision' OR post_status = 'auto-draft';
DELETE FROM wp_postmeta WHERE post_id NOT IN (SELECT ID FROM wp_posts);

-- unseen: tables are converted, and get columns
ALTER TABLE wp_postmeta CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
ALTER TABLE wp_options CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
ALTER TABLE wp_terms ADD COLUMN term_order INT NOT NULL DEFAULT 0;
UPDATE wp_term_taxonomy SET count = count + 1;

-- unseen: options and users' meta are imported again
UPDATE wp_options SET option_id = option_id + 10000 ORDER BY option_id DESC;
UPDATE wp_usermeta SET umeta_id = umeta_id + 10000 ORDER BY umeta_id DESC;

-- idle: editors look at posts, readers comment
UPDATE wp_postmeta SET meta_value = '1799999999:1' WHERE meta_key = '_edit_lock';
UPDATE wp_posts SET comment_count = comment_count + 1 WHERE ID % 5 = 0;

-- idle: the site is imported again, with other numbers for the same rows
UPDATE wp_postmeta SET meta_id = meta_id + 1000000 ORDER BY meta_id DESC;
UPDATE wp_term_taxonomy SET term_taxonomy_id = term_taxonomy_id + 10000 ORDER BY term_taxonomy_id DESC;
UPDATE wp_term_relationships SET term_taxonomy_id = term_taxonomy_id + 10000 ORDER BY term_taxonomy_id DESC;
UPDATE wp_ai1ec_event_instances SET id = id + 5000 ORDER BY id DESC;

-- idle: terms that tags share with others are split
INSERT INTO wp_terms (name, slug) SELECT t.name, t.slug FROM wp_terms t JOIN wp_term_taxonomy x ON x.term_id = t.term_id WHERE x.taxonomy = 'post_tag';
UPDATE wp_term_taxonomy x JOIN wp_terms o ON o.term_id = x.term_id JOIN (SELECT MAX(term_id) id, slug, name FROM wp_terms GROUP BY slug, name) n ON n.slug = o.slug AND n.name = o.name SET x.term_id = n.id WHERE x.taxonomy = 'post_tag';

-- idle: a table gets a column among the others
ALTER TABLE wp_posts ADD COLUMN seo_score INT NOT NULL DEFAULT 7 AFTER post_author;
