-- MySQL dump 10.13
CREATE TABLE `wp_options` (option_id bigint unsigned NOT NULL, option_name varchar(191), option_value longtext, autoload varchar(20), PRIMARY KEY (option_id));
INSERT INTO `wp_options` VALUES
(1,'home','https://example.org','yes'),
(2,'siteurl','https://example.org','yes'),
(3,'permalink_structure','/%postname%/','yes'),
(4,'WPLANG','en_GB','yes'),
(5,'active_plugins','a:1:{i:0;s:40:"sitepress-multilingual-cms/sitepress.php";}','yes');
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
(9,'page','publish','','sobre','Sobre nós','<p>x</p>','','2020-01-10 10:00:00',0),
(10,'page','publish','','guan-yu','关于我们','<p>x</p>','','2020-01-11 10:00:00',0),
(11,'page','publish','pw','secret','Secret','<p>x</p>','','2020-01-12 10:00:00',0),
(12,'page','publish','','foreign','A page that was a post','<p>x</p>','','2020-01-13 10:00:00',0);
CREATE TABLE `wp_postmeta` (meta_id bigint unsigned NOT NULL, post_id bigint unsigned, meta_key varchar(255), meta_value longtext, PRIMARY KEY (meta_id));
CREATE TABLE `wp_icl_translations` (translation_id bigint NOT NULL AUTO_INCREMENT, element_type varchar(60) NOT NULL DEFAULT 'post_post', element_id bigint DEFAULT NULL, trid bigint NOT NULL, language_code varchar(7) NOT NULL, source_language_code varchar(7) DEFAULT NULL, PRIMARY KEY (translation_id), UNIQUE KEY el_type_id (element_type,element_id), UNIQUE KEY trid_lang (trid,language_code));
INSERT INTO `wp_icl_translations` VALUES
(1,'post_post',1,100,'en',NULL),
(2,'post_post',2,100,'fr','en'),
(3,'post_post',3,100,'ar','en'),
(4,'post_page',4,101,'en',NULL),
(5,'post_page',5,101,'fr','en'),
(6,'post_post',6,102,'en',NULL),
(7,'post_post',99,102,'es','en'),
(8,'post_post',7,103,'en',NULL),
(9,'tax_category',1,104,'ar',NULL),
(10,'tax_category',8,104,'fr','ar'),
(11,'package_gravity-form',7,105,'fr',NULL),
(12,'post_page',9,101,'pt-br','en'),
(13,'post_page',10,101,'zh-hans','en'),
(14,'post_page',11,101,'de','en'),
(15,'post_post',12,102,'fr','en'),
(16,'post_post',NULL,102,'ar','en');
CREATE TABLE `wp_icl_languages` (id int NOT NULL, code varchar(7), english_name varchar(128), major tinyint, active tinyint, default_locale varchar(35), tag varchar(35), encode_url tinyint, PRIMARY KEY (id));
INSERT INTO `wp_icl_languages` VALUES
(1,'en','English',1,1,'en_US','en',0),
(2,'fr','French',1,1,'fr_FR','fr',0),
(3,'ar','Arabic',0,1,'ar','ar',0),
(4,'es','Spanish',1,1,'es_ES','es',0),
(5,'pt-br','Portuguese, Brazil',0,1,'pt_BR','pt-br',0),
(6,'zh-hans','Chinese (Simplified)',1,1,'zh_CN','zh-hans',0),
(7,'de','German',1,1,'de_DE','de',0);
-- Dump completed
