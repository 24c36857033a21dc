package mysql

import "fmt"

// largePosts is how many posts the site of TestQueriesOfALargeSite has.
const largePosts = 50_000

// largeEvents is how many of them are events of each of two plugins.
const largeEvents = largePosts / 100

// largeSite makes, within the server, the tables that WordPress makes, with their indexes, and fills them: each post has eight
// rows of meta and two terms, every tenth is an attachment, every hundredth an event, and every hundredth one of another plugin,
// whose table has no index by post.
var largeSite = []string{
	"CREATE TABLE wp_options (option_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, option_name VARCHAR(191) DEFAULT '' UNIQUE, option_value LONGTEXT NOT NULL, autoload VARCHAR(20))",
	"INSERT INTO wp_options VALUES (1, 'home', 'https://example.org', 'yes'), (2, 'siteurl', 'https://example.org', 'yes'), (3, 'permalink_structure', '/%postname%/', 'yes')",
	"CREATE TABLE wp_posts (ID BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, post_author BIGINT UNSIGNED, post_date DATETIME, post_date_gmt DATETIME, post_content LONGTEXT, post_title TEXT, " +
		"post_excerpt TEXT, post_status VARCHAR(20), comment_status VARCHAR(20), ping_status VARCHAR(20), post_password VARCHAR(255), post_name VARCHAR(200), to_ping TEXT, pinged TEXT, " +
		"post_modified DATETIME, post_modified_gmt DATETIME, post_content_filtered LONGTEXT, post_parent BIGINT UNSIGNED, guid VARCHAR(255), menu_order INT, post_type VARCHAR(20), " +
		"post_mime_type VARCHAR(100), comment_count BIGINT, KEY post_name (post_name(191)), KEY type_status_date (post_type, post_status, post_date, ID), KEY post_parent (post_parent), KEY post_author (post_author))",
	"INSERT INTO wp_posts SELECT seq, 1, '2020-01-01', '2020-01-01', REPEAT('<p>Some words of a report.</p>', 20), CONCAT('Post ', seq), '', 'publish', 'open', 'open', '', CONCAT('post-', seq), '', '', " +
		"'2020-01-01', '2020-01-01', '', 0, CONCAT('https://example.org/?p=', seq), 0, IF(seq % 10 = 0, 'attachment', ELT(1 + (seq % 100 = 1) + 2 * (seq % 100 = 51), 'post', 'ai1ec_event', 'event')), '', 0 FROM seq_1_to_" + fmt.Sprint(largePosts),
	"CREATE TABLE wp_postmeta (meta_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, post_id BIGINT UNSIGNED, meta_key VARCHAR(255), meta_value LONGTEXT, KEY post_id (post_id), KEY meta_key (meta_key(191)))",
	"INSERT INTO wp_postmeta SELECT NULL, p.seq, ELT(k.seq, '_edit_lock', '_edit_last', 'publisher', '_publisher', 'year', '_year', '_thumbnail_id', '_wp_attached_file'), " +
		"CONCAT('value ', k.seq, ' of ', p.seq) FROM seq_1_to_" + fmt.Sprint(largePosts) + " p JOIN seq_1_to_8 k",
	"CREATE TABLE wp_terms (term_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, name VARCHAR(200), slug VARCHAR(200), term_group BIGINT, KEY slug (slug(191)), KEY name (name(191)))",
	"INSERT INTO wp_terms SELECT seq, CONCAT('Term ', seq), CONCAT('term-', seq), 0 FROM seq_1_to_200",
	"CREATE TABLE wp_term_taxonomy (term_taxonomy_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, term_id BIGINT UNSIGNED, taxonomy VARCHAR(32), description LONGTEXT, parent BIGINT UNSIGNED, count BIGINT, " +
		"UNIQUE KEY term_id_taxonomy (term_id, taxonomy), KEY taxonomy (taxonomy))",
	"INSERT INTO wp_term_taxonomy SELECT seq, seq, IF(seq % 2, 'category', 'post_tag'), '', 0, 0 FROM seq_1_to_200",
	"CREATE TABLE wp_term_relationships (object_id BIGINT UNSIGNED, term_taxonomy_id BIGINT UNSIGNED, term_order INT DEFAULT 0, PRIMARY KEY (object_id, term_taxonomy_id), KEY term_taxonomy_id (term_taxonomy_id))",
	"INSERT INTO wp_term_relationships SELECT p.seq, 1 + (p.seq + k.seq) % 200, 0 FROM seq_1_to_" + fmt.Sprint(largePosts) + " p JOIN seq_1_to_2 k",
	"CREATE TABLE wp_users (ID BIGINT UNSIGNED PRIMARY KEY, user_login VARCHAR(60), user_pass VARCHAR(255), user_nicename VARCHAR(50), user_email VARCHAR(100), display_name VARCHAR(250))",
	"INSERT INTO wp_users VALUES (1, 'login', 'x', 'nice', 'a@example.org', 'Name')",
	"CREATE TABLE wp_ai1ec_events (post_id BIGINT UNSIGNED PRIMARY KEY, start INT UNSIGNED, end INT UNSIGNED, timezone_name VARCHAR(50), allday TINYINT, venue VARCHAR(255))",
	"INSERT INTO wp_ai1ec_events SELECT seq, 1600000000 + seq, 1600003600 + seq, 'UTC', 0, '' FROM seq_1_to_" + fmt.Sprint(largePosts) + " WHERE seq % 100 = 1",
	"CREATE TABLE wp_em_events (event_id BIGINT UNSIGNED PRIMARY KEY, post_id BIGINT UNSIGNED, event_name TEXT, event_start DATETIME, event_end DATETIME)",
	"INSERT INTO wp_em_events SELECT seq, seq, CONCAT('Event ', seq), '2020-01-01 10:00:00', '2020-01-01 12:00:00' FROM seq_1_to_" + fmt.Sprint(largePosts) + " WHERE seq % 100 = 51",
	"CREATE USER reader@localhost", "GRANT SELECT ON large.* TO reader@localhost",
	"ANALYZE TABLE wp_posts, wp_postmeta, wp_term_relationships, wp_ai1ec_events, wp_em_events",
	"SET GLOBAL userstat = 1", "SET GLOBAL log_output = 'TABLE'", "SET GLOBAL general_log = 1",
}
