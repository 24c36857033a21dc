-- MySQL dump 10.13
CREATE TABLE `wp_options` (option_id bigint unsigned NOT NULL, option_name varchar(191), option_value longtext, autoload varchar(20), PRIMARY KEY (option_id));
INSERT INTO `wp_options` VALUES
(1,'home','https://example.org','yes'),
(2,'siteurl','https://example.org','yes'),
(3,'permalink_structure','/%postname%/','yes'),
(4,'WPLANG','en_GB','yes'),
(5,'active_plugins','a:1:{i:0;s:21:"polylang/polylang.php";}','yes');
CREATE TABLE `wp_posts` (ID bigint unsigned NOT NULL, post_type varchar(20), post_status varchar(20), post_password varchar(255), post_name varchar(200), post_title text, post_content longtext, post_excerpt text, post_date datetime, post_parent bigint unsigned, PRIMARY KEY (ID));
INSERT INTO `wp_posts` VALUES
(1,'post','publish','','child-labour','Child labour in agriculture','<p>x</p>','','2020-01-02 10:00:00',0),
(2,'post','publish','','travail-des-enfants','Le travail des enfants dans l’agriculture','<p>x</p>','','2020-01-03 10:00:00',0),
(3,'post','publish','','%d8%b9%d9%85%d9%84','عمل الأطفال في الزراعة','<p dir="rtl">قال الخبراء: «العمل ‏اللائق» (ILO) حق للجميع.</p>','','2020-01-04 10:00:00',0),
(4,'page','publish','','about','About us','<p>x</p>','','2020-01-05 10:00:00',0),
(5,'page','draft','','a-propos','À propos','<p>x</p>','','2020-01-06 10:00:00',0),
(6,'post','publish','','alone','A report whose translation is gone','<p>x</p>','','2020-01-07 10:00:00',0),
(7,'post','publish','','untranslated','Never translated','<p>x</p>','','2020-01-08 10:00:00',0),
(8,'post','publish','','unknown','Nothing is known of its language','<p>x</p>','','2020-01-09 10:00:00',0),
(9,'page','publish','','ueber-uns','Über uns','<p>x</p>','','2020-01-10 10:00:00',0),
(10,'post','publish','','fremd','Fremd','<p>x</p>','','2020-01-11 10:00:00',0),
(11,'post','publish','','damaged','Of a damaged group','<p>x</p>','','2020-01-12 10:00:00',0);
CREATE TABLE `wp_postmeta` (meta_id bigint unsigned NOT NULL, post_id bigint unsigned, meta_key varchar(255), meta_value longtext, PRIMARY KEY (meta_id));
CREATE TABLE `wp_terms` (term_id bigint unsigned NOT NULL, name varchar(200), slug varchar(200), term_group bigint, PRIMARY KEY (term_id));
INSERT INTO `wp_terms` VALUES
(2,'English','en',0),
(3,'Français','fr',0),
(4,'العربية','ar',0),
(5,'Deutsch','de',0),
(10,'pll_1','pll_1',0),
(11,'pll_2','pll_2',0),
(12,'pll_3','pll_3',0),
(13,'pll_4','pll_4',0),
(14,'pll_5','pll_5',0),
(15,'News','news',0),
(16,'pll_6','pll_6',0);
CREATE TABLE `wp_term_taxonomy` (term_taxonomy_id bigint unsigned NOT NULL, term_id bigint unsigned, taxonomy varchar(32), description longtext, parent bigint unsigned, count bigint, PRIMARY KEY (term_taxonomy_id));
INSERT INTO `wp_term_taxonomy` VALUES
(2,2,'language','a:3:{s:6:"locale";s:5:"en_GB";s:3:"rtl";i:0;s:9:"flag_code";s:1:"x";}',0,0),
(3,3,'language','a:3:{s:6:"locale";s:5:"fr_FR";s:3:"rtl";i:0;s:9:"flag_code";s:1:"x";}',0,0),
(4,4,'language','a:3:{s:6:"locale";s:2:"ar";s:3:"rtl";i:1;s:9:"flag_code";s:1:"x";}',0,0),
(5,5,'language','a:3:{s:6:"locale";s:14:"de_CH_informal";s:3:"rtl";i:0;s:9:"flag_code";s:1:"x";}',0,0),
(10,10,'post_translations','a:3:{s:2:"en";i:1;s:2:"fr";i:2;s:2:"ar";i:3;}',0,0),
(11,11,'post_translations','a:3:{s:2:"en";i:4;s:2:"fr";i:5;s:2:"de";i:9;}',0,0),
(12,12,'post_translations','a:2:{s:2:"en";i:6;s:2:"fr";i:99;}',0,0),
(13,13,'post_translations','a:2:{s:2:"de";i:10;s:2:"en";i:7;}',0,0),
(14,14,'post_translations','a:1:{s:2:"en";i:',0,0),
(15,15,'category','',0,0),
(16,16,'post_translations','a:2:{s:2:"en";i:7;s:4:"sync";a:1:{s:2:"en";s:2:"en";}}',0,0);
CREATE TABLE `wp_term_relationships` (object_id bigint unsigned NOT NULL, term_taxonomy_id bigint unsigned NOT NULL, term_order int, PRIMARY KEY (object_id,term_taxonomy_id));
INSERT INTO `wp_term_relationships` VALUES
(1,2,0),
(1,10,0),
(2,3,0),
(2,10,0),
(3,4,0),
(3,10,0),
(4,2,0),
(4,11,0),
(5,3,0),
(5,11,0),
(9,5,0),
(9,11,0),
(6,2,0),
(6,12,0),
(7,2,0),
(7,16,0),
(10,5,0),
(10,13,0),
(11,2,0),
(11,14,0),
(1,15,0);
-- Dump completed
