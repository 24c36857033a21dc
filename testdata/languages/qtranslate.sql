-- MySQL dump 10.13
CREATE TABLE `wp_posts` (ID bigint unsigned NOT NULL, post_type varchar(20), post_status varchar(20), post_password varchar(255), post_name varchar(200), post_title text, post_content longtext, post_excerpt text, post_date datetime, post_parent bigint unsigned, PRIMARY KEY (ID));
INSERT INTO `wp_posts` VALUES
(1,'post','publish','','rights','[:en]The rights of the child[:fr]Les droits de l’enfant[:ar]حقوق الطفل[:]','[:en]<p>In English: <b>law</b>.</p>[:fr]<p>En français : <b>le droit</b>.</p>[:ar]<p dir="rtl">بالعربية‏ (ILO).</p>[:]','[:en]Short[:fr]Bref[:]','2020-01-02 10:00:00',0),
(2,'post','publish','','old','<!--:fr-->Vieux<!--:--><!--:en-->Old marks<!--:-->','<!--:fr--><p>Ancien texte</p><!--:--><!--:en--><p>Old text</p><!--:--><p>For all</p>','','2020-01-03 10:00:00',0),
(3,'post','publish','','plain','In one language','<p>Only English.</p>','','2020-01-04 10:00:00',0),
(4,'post','publish','','partly','[:fr]Le titre est français[:]','[:fr]<p>Texte.</p>[:]','','2020-01-05 10:00:00',0),
(5,'post','draft','','draft','[:en]A draft[:fr]Un brouillon[:]','x','','2020-01-06 10:00:00',0),
(6,'page','publish','','code','How to write marks','<p>Write <code>[:en]text[:]</code> in your text.</p>','','2020-01-07 10:00:00',0);
CREATE TABLE `wp_postmeta` (meta_id bigint unsigned NOT NULL, post_id bigint unsigned, meta_key varchar(255), meta_value longtext, PRIMARY KEY (meta_id));
INSERT INTO `wp_postmeta` VALUES
(1,1,'note','[:en]A note[:fr]Une note[:]'),
(2,1,'list','a:2:{i:0;s:18:"[:en]One[:fr]Un[:]";i:1;s:1:"2";}'),
(3,3,'note','[:en]Its note[:fr]Sa note[:]');
CREATE TABLE `wp_terms` (term_id bigint unsigned NOT NULL, name varchar(200), slug varchar(200), term_group bigint, PRIMARY KEY (term_id));
INSERT INTO `wp_terms` VALUES
(2,'[:en]News[:fr]Nouvelles[:]','news',0);
CREATE TABLE `wp_term_taxonomy` (term_taxonomy_id bigint unsigned NOT NULL, term_id bigint unsigned, taxonomy varchar(32), description longtext, parent bigint unsigned, count bigint, PRIMARY KEY (term_taxonomy_id));
INSERT INTO `wp_term_taxonomy` VALUES
(2,2,'category','',0,0);
CREATE TABLE `wp_term_relationships` (object_id bigint unsigned NOT NULL, term_taxonomy_id bigint unsigned NOT NULL, term_order int, PRIMARY KEY (object_id,term_taxonomy_id));
INSERT INTO `wp_term_relationships` VALUES
(1,2,0);
CREATE TABLE `wp_options` (option_id bigint unsigned NOT NULL, option_name varchar(191), option_value longtext, autoload varchar(20), PRIMARY KEY (option_id));
INSERT INTO `wp_options` VALUES
(1,'home','https://example.org','yes'),
(2,'siteurl','https://example.org','yes'),
(3,'permalink_structure','/%postname%/','yes'),
(4,'WPLANG','en_GB','yes'),
(5,'qtranslate_default_language','en','yes'),
(6,'qtranslate_enabled_languages','a:3:{i:0;s:2:"en";i:1;s:2:"fr";i:2;s:2:"ar";}','yes');
-- Dump completed
