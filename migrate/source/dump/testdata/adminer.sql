-- Adminer 4.8.1 MySQL 10.11.6-MariaDB dump

SET NAMES utf8;
SET time_zone = '+00:00';
SET foreign_key_checks = 0;
SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';

SET NAMES utf8mb4;

USE `site`;

DROP TABLE IF EXISTS `wp_ai1ec_event_category_meta`;
CREATE TABLE `wp_ai1ec_event_category_meta` (
  `term_id` bigint(20) NOT NULL,
  `term_color` varchar(255) NOT NULL,
  `term_image` varchar(254) DEFAULT NULL,
  PRIMARY KEY (`term_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_ai1ec_event_category_meta` (`term_id`, `term_color`, `term_image`) VALUES
(2,	'#27a6d1',	NULL)
ON DUPLICATE KEY UPDATE `term_id` = VALUES(`term_id`), `term_color` = VALUES(`term_color`), `term_image` = VALUES(`term_image`);

DROP TABLE IF EXISTS `wp_ai1ec_events`;
CREATE TABLE `wp_ai1ec_events` (
  `post_id` bigint(20) NOT NULL,
  `start` int(10) unsigned NOT NULL,
  `end` int(10) unsigned DEFAULT NULL,
  `venue` varchar(255) DEFAULT NULL,
  `latitude` decimal(20,15) DEFAULT NULL,
  PRIMARY KEY (`post_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_ai1ec_events` (`post_id`, `start`, `end`, `venue`, `latitude`) VALUES
(9,	1600000000,	NULL,	'Hall \'A\'',	'-48.206400000000000'),
(11,	1500000000,	1500003600,	NULL,	NULL)
ON DUPLICATE KEY UPDATE `post_id` = VALUES(`post_id`), `start` = VALUES(`start`), `end` = VALUES(`end`), `venue` = VALUES(`venue`), `latitude` = VALUES(`latitude`);

DROP TABLE IF EXISTS `wp_comments`;
CREATE TABLE `wp_comments` (
  `comment_ID` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `comment_post_ID` bigint(20) unsigned NOT NULL DEFAULT 0,
  `comment_content` text NOT NULL,
  PRIMARY KEY (`comment_ID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_comments` (`comment_ID`, `comment_post_ID`, `comment_content`) VALUES
(1,	1,	'INSERT INTO wp_posts VALUES (1); don\'t'),
(2,	1,	'a\\')
ON DUPLICATE KEY UPDATE `comment_ID` = VALUES(`comment_ID`), `comment_post_ID` = VALUES(`comment_post_ID`), `comment_content` = VALUES(`comment_content`);

DROP TABLE IF EXISTS `wp_options`;
CREATE TABLE `wp_options` (
  `option_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `option_name` varchar(191) NOT NULL DEFAULT '',
  `option_value` longtext NOT NULL,
  `autoload` varchar(20) NOT NULL DEFAULT 'yes',
  PRIMARY KEY (`option_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_options` (`option_id`, `option_name`, `option_value`, `autoload`) VALUES
(1,	'siteurl',	'https://example.org',	'yes'),
(2,	'home',	'https://example.org',	'yes'),
(3,	'blogname',	'Ünïted \'N\' \"Ations\"\\',	'yes'),
(4,	'_transient_x',	'gone',	'no')
ON DUPLICATE KEY UPDATE `option_id` = VALUES(`option_id`), `option_name` = VALUES(`option_name`), `option_value` = VALUES(`option_value`), `autoload` = VALUES(`autoload`);

DROP TABLE IF EXISTS `wp_postmeta`;
CREATE TABLE `wp_postmeta` (
  `meta_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `post_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  `meta_key` varchar(255) DEFAULT NULL,
  `meta_value` longtext DEFAULT NULL,
  PRIMARY KEY (`meta_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_postmeta` (`meta_id`, `post_id`, `meta_key`, `meta_value`) VALUES
(1,	1,	'topic',	'first'),
(2,	1,	'topic',	'second'),
(3,	3,	'_wp_attached_file',	'2020/05/ä b.pdf'),
(5,	1,	'empty',	''),
(6,	1,	'null',	NULL),
(7,	99,	'orphan',	'x'),
(8,	2,	'a:\"b\"',	'a:1:{s:1:\"k\";s:4:\"it\'s\";}')
ON DUPLICATE KEY UPDATE `meta_id` = VALUES(`meta_id`), `post_id` = VALUES(`post_id`), `meta_key` = VALUES(`meta_key`), `meta_value` = VALUES(`meta_value`);

DROP TABLE IF EXISTS `wp_posts`;
CREATE TABLE `wp_posts` (
  `ID` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `post_author` bigint(20) unsigned NOT NULL DEFAULT 0,
  `post_date` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `post_date_gmt` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `post_content` longtext NOT NULL,
  `post_title` text NOT NULL,
  `post_excerpt` text NOT NULL,
  `post_status` varchar(20) NOT NULL DEFAULT 'publish',
  `comment_status` varchar(20) NOT NULL DEFAULT 'open',
  `ping_status` varchar(20) NOT NULL DEFAULT 'open',
  `post_password` varchar(255) NOT NULL DEFAULT '',
  `post_name` varchar(200) NOT NULL DEFAULT '',
  `to_ping` text NOT NULL,
  `pinged` text NOT NULL,
  `post_modified` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `post_modified_gmt` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `post_content_filtered` longtext NOT NULL,
  `post_parent` bigint(20) unsigned NOT NULL DEFAULT 0,
  `guid` varchar(255) NOT NULL DEFAULT '',
  `menu_order` int(11) NOT NULL DEFAULT 0,
  `post_type` varchar(20) NOT NULL DEFAULT 'post',
  `post_mime_type` varchar(100) NOT NULL DEFAULT '',
  `comment_count` bigint(20) NOT NULL DEFAULT 0,
  PRIMARY KEY (`ID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_posts` (`ID`, `post_author`, `post_date`, `post_date_gmt`, `post_content`, `post_title`, `post_excerpt`, `post_status`, `comment_status`, `ping_status`, `post_password`, `post_name`, `to_ping`, `pinged`, `post_modified`, `post_modified_gmt`, `post_content_filtered`, `post_parent`, `guid`, `menu_order`, `post_type`, `post_mime_type`, `comment_count`) VALUES
(1,	1,	'2020-05-14 09:00:00',	'2020-05-14 07:00:00',	'It\'s \"quoted\", \\ back\\\\slash; 100% a_b \\n \\% -- no comment # none /* none */ ); \'\'
line	two
<<<<<<< HEAD
=======
>>>>>>> x
\0\Z é 😀 `tick` \\',	'A &amp; B – \"title\"',	'',	'publish',	'open',	'closed',	'',	'a-b',	'',	'',	'2021-01-02 03:04:05',	'2021-01-02 02:04:05',	'',	0,	'https://example.org/?p=1',	0,	'post',	'',	2),
(2,	7,	'2020-05-15 09:00:00',	'0000-00-00 00:00:00',	'secret',	'Locked',	'Ex',	'draft',	'closed',	'closed',	'pass\'word',	'',	'',	'',	'2020-05-15 09:00:00',	'0000-00-00 00:00:00',	'filtered',	1,	'https://example.org/?page_id=2',	-3,	'page',	'',	0),
(3,	1,	'2020-05-16 09:00:00',	'2020-05-16 07:00:00',	'Describes',	'File',	'Caption',	'inherit',	'open',	'closed',	'',	'file',	'',	'',	'2020-05-16 09:00:00',	'2020-05-16 07:00:00',	'',	1,	'https://example.org/f.pdf',	0,	'attachment',	'application/pdf',	0),
(9,	1,	'2020-05-17 09:00:00',	'2020-05-17 07:00:00',	'',	'Meeting',	'',	'publish',	'open',	'closed',	'',	'meeting',	'',	'',	'2020-05-17 09:00:00',	'2020-05-17 07:00:00',	'',	0,	'https://example.org/?p=9',	0,	'ai1ec_event',	'',	0)
ON DUPLICATE KEY UPDATE `ID` = VALUES(`ID`), `post_author` = VALUES(`post_author`), `post_date` = VALUES(`post_date`), `post_date_gmt` = VALUES(`post_date_gmt`), `post_content` = VALUES(`post_content`), `post_title` = VALUES(`post_title`), `post_excerpt` = VALUES(`post_excerpt`), `post_status` = VALUES(`post_status`), `comment_status` = VALUES(`comment_status`), `ping_status` = VALUES(`ping_status`), `post_password` = VALUES(`post_password`), `post_name` = VALUES(`post_name`), `to_ping` = VALUES(`to_ping`), `pinged` = VALUES(`pinged`), `post_modified` = VALUES(`post_modified`), `post_modified_gmt` = VALUES(`post_modified_gmt`), `post_content_filtered` = VALUES(`post_content_filtered`), `post_parent` = VALUES(`post_parent`), `guid` = VALUES(`guid`), `menu_order` = VALUES(`menu_order`), `post_type` = VALUES(`post_type`), `post_mime_type` = VALUES(`post_mime_type`), `comment_count` = VALUES(`comment_count`);

DROP TABLE IF EXISTS `wp_term_relationships`;
CREATE TABLE `wp_term_relationships` (
  `object_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  `term_taxonomy_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  `term_order` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`object_id`,`term_taxonomy_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_term_relationships` (`object_id`, `term_taxonomy_id`, `term_order`) VALUES
(1,	12,	0),
(1,	11,	0),
(9,	12,	0)
ON DUPLICATE KEY UPDATE `object_id` = VALUES(`object_id`), `term_taxonomy_id` = VALUES(`term_taxonomy_id`), `term_order` = VALUES(`term_order`);

DROP TABLE IF EXISTS `wp_term_taxonomy`;
CREATE TABLE `wp_term_taxonomy` (
  `term_taxonomy_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `term_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  `taxonomy` varchar(32) NOT NULL DEFAULT '',
  `description` longtext NOT NULL,
  `parent` bigint(20) unsigned NOT NULL DEFAULT 0,
  `count` bigint(20) NOT NULL DEFAULT 0,
  PRIMARY KEY (`term_taxonomy_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_term_taxonomy` (`term_taxonomy_id`, `term_id`, `taxonomy`, `description`, `parent`, `count`) VALUES
(11,	1,	'category',	'About
it',	0,	1),
(12,	2,	'category',	'',	1,	2),
(13,	77,	'category',	'no term',	0,	0)
ON DUPLICATE KEY UPDATE `term_taxonomy_id` = VALUES(`term_taxonomy_id`), `term_id` = VALUES(`term_id`), `taxonomy` = VALUES(`taxonomy`), `description` = VALUES(`description`), `parent` = VALUES(`parent`), `count` = VALUES(`count`);

DROP TABLE IF EXISTS `wp_termmeta`;
CREATE TABLE `wp_termmeta` (
  `meta_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `term_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  `meta_key` varchar(255) DEFAULT NULL,
  `meta_value` longtext DEFAULT NULL,
  PRIMARY KEY (`meta_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_termmeta` (`meta_id`, `term_id`, `meta_key`, `meta_value`) VALUES
(1,	2,	'colour',	'red')
ON DUPLICATE KEY UPDATE `meta_id` = VALUES(`meta_id`), `term_id` = VALUES(`term_id`), `meta_key` = VALUES(`meta_key`), `meta_value` = VALUES(`meta_value`);

DROP TABLE IF EXISTS `wp_terms`;
CREATE TABLE `wp_terms` (
  `term_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(200) NOT NULL DEFAULT '',
  `slug` varchar(200) NOT NULL DEFAULT '',
  `term_group` bigint(10) NOT NULL DEFAULT 0,
  PRIMARY KEY (`term_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_terms` (`term_id`, `name`, `slug`, `term_group`) VALUES
(1,	'News',	'news',	0),
(2,	'Çà &amp; là',	'ca-la',	0)
ON DUPLICATE KEY UPDATE `term_id` = VALUES(`term_id`), `name` = VALUES(`name`), `slug` = VALUES(`slug`), `term_group` = VALUES(`term_group`);

DROP TABLE IF EXISTS `wp_usermeta`;
CREATE TABLE `wp_usermeta` (
  `umeta_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint(20) unsigned NOT NULL DEFAULT 0,
  `meta_key` varchar(255) DEFAULT NULL,
  `meta_value` longtext DEFAULT NULL,
  PRIMARY KEY (`umeta_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_usermeta` (`umeta_id`, `user_id`, `meta_key`, `meta_value`) VALUES
(1,	1,	'nickname',	'nick'),
(2,	1,	'session_tokens',	'x'),
(3,	1,	'description',	'Wrote \"it\"')
ON DUPLICATE KEY UPDATE `umeta_id` = VALUES(`umeta_id`), `user_id` = VALUES(`user_id`), `meta_key` = VALUES(`meta_key`), `meta_value` = VALUES(`meta_value`);

DROP TABLE IF EXISTS `wp_users`;
CREATE TABLE `wp_users` (
  `ID` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `user_login` varchar(60) NOT NULL DEFAULT '',
  `user_pass` varchar(255) NOT NULL DEFAULT '',
  `user_nicename` varchar(50) NOT NULL DEFAULT '',
  `user_email` varchar(100) NOT NULL DEFAULT '',
  `user_url` varchar(100) NOT NULL DEFAULT '',
  `user_registered` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `user_activation_key` varchar(255) NOT NULL DEFAULT '',
  `user_status` int(11) NOT NULL DEFAULT 0,
  `display_name` varchar(250) NOT NULL DEFAULT '',
  PRIMARY KEY (`ID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `wp_users` (`ID`, `user_login`, `user_pass`, `user_nicename`, `user_email`, `user_url`, `user_registered`, `user_activation_key`, `user_status`, `display_name`) VALUES
(1,	'admin',	'$P$x',	'admin',	'admin@example.org',	'',	'2020-01-01 00:00:00',	'',	0,	'Anna Ö')
ON DUPLICATE KEY UPDATE `ID` = VALUES(`ID`), `user_login` = VALUES(`user_login`), `user_pass` = VALUES(`user_pass`), `user_nicename` = VALUES(`user_nicename`), `user_email` = VALUES(`user_email`), `user_url` = VALUES(`user_url`), `user_registered` = VALUES(`user_registered`), `user_activation_key` = VALUES(`user_activation_key`), `user_status` = VALUES(`user_status`), `display_name` = VALUES(`display_name`);

-- 2024-01-01 10:00:00
