-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: site
-- ------------------------------------------------------
-- Server version	8.0.36

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

--
-- Table structure for table wp_ai1ec_event_category_meta
--

DROP TABLE IF EXISTS wp_ai1ec_event_category_meta;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_ai1ec_event_category_meta (
  term_id bigint(20) NOT NULL,
  term_color varchar(255) NOT NULL,
  term_image varchar(254) DEFAULT NULL,
  PRIMARY KEY (term_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_ai1ec_event_category_meta
--

LOCK TABLES wp_ai1ec_event_category_meta WRITE;
/*!40000 ALTER TABLE wp_ai1ec_event_category_meta DISABLE KEYS */;
insert into wp_ai1ec_event_category_meta VALUES (2,"#27a6d1",NULL);
/*!40000 ALTER TABLE wp_ai1ec_event_category_meta ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table wp_ai1ec_events
--

DROP TABLE IF EXISTS wp_ai1ec_events;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_ai1ec_events (
  post_id bigint(20) NOT NULL,
  start int(10) unsigned NOT NULL,
  end int(10) unsigned DEFAULT NULL,
  venue varchar(255) DEFAULT NULL,
  latitude decimal(20,15) DEFAULT NULL,
  PRIMARY KEY (post_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_ai1ec_events
--

LOCK TABLES wp_ai1ec_events WRITE;
/*!40000 ALTER TABLE wp_ai1ec_events DISABLE KEYS */;
insert into wp_ai1ec_events VALUES (9,1600000000,NULL,"Hall 'A'","-48.206400000000000"),(11,1500000000,1500003600,NULL,NULL);
/*!40000 ALTER TABLE wp_ai1ec_events ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table wp_comments
--

DROP TABLE IF EXISTS wp_comments;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_comments (
  comment_ID bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  comment_post_ID bigint(20) unsigned NOT NULL DEFAULT 0,
  comment_content text NOT NULL,
  PRIMARY KEY (comment_ID)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_comments
--

LOCK TABLES wp_comments WRITE;
/*!40000 ALTER TABLE wp_comments DISABLE KEYS */;
insert into wp_comments VALUES (1,1,"INSERT INTO wp_posts VALUES (1); don't"),(2,1,"a\\");
/*!40000 ALTER TABLE wp_comments ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table wp_options
--

DROP TABLE IF EXISTS wp_options;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_options (
  option_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  option_name varchar(191) NOT NULL DEFAULT '',
  option_value longtext NOT NULL,
  autoload varchar(20) NOT NULL DEFAULT 'yes',
  PRIMARY KEY (option_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_options
--

LOCK TABLES wp_options WRITE;
/*!40000 ALTER TABLE wp_options DISABLE KEYS */;
insert into wp_options VALUES (1,"siteurl","https://example.org","yes"),(2,"home","https://example.org","yes"),(3,"blogname","Ünïted 'N' \"Ations\"\\","yes"),(4,"_transient_x","gone","no");
/*!40000 ALTER TABLE wp_options ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table wp_postmeta
--

DROP TABLE IF EXISTS wp_postmeta;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_postmeta (
  meta_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  post_id bigint(20) unsigned NOT NULL DEFAULT 0,
  meta_key varchar(255) DEFAULT NULL,
  meta_value longtext DEFAULT NULL,
  PRIMARY KEY (meta_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_postmeta
--

LOCK TABLES wp_postmeta WRITE;
/*!40000 ALTER TABLE wp_postmeta DISABLE KEYS */;
insert into wp_postmeta VALUES (1,1,"topic","first"),(2,1,"topic","second"),(3,3,"_wp_attached_file","2020/05/ä b.pdf"),(5,1,"empty",""),(6,1,"null",NULL),(7,99,"orphan","x"),(8,2,"a:\"b\"","a:1:{s:1:\"k\";s:4:\"it's\";}");
/*!40000 ALTER TABLE wp_postmeta ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table wp_posts
--

DROP TABLE IF EXISTS wp_posts;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_posts (
  ID bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  post_author bigint(20) unsigned NOT NULL DEFAULT 0,
  post_date datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  post_date_gmt datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  post_content longtext NOT NULL,
  post_title text NOT NULL,
  post_excerpt text NOT NULL,
  post_status varchar(20) NOT NULL DEFAULT 'publish',
  comment_status varchar(20) NOT NULL DEFAULT 'open',
  ping_status varchar(20) NOT NULL DEFAULT 'open',
  post_password varchar(255) NOT NULL DEFAULT '',
  post_name varchar(200) NOT NULL DEFAULT '',
  to_ping text NOT NULL,
  pinged text NOT NULL,
  post_modified datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  post_modified_gmt datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  post_content_filtered longtext NOT NULL,
  post_parent bigint(20) unsigned NOT NULL DEFAULT 0,
  guid varchar(255) NOT NULL DEFAULT '',
  menu_order int(11) NOT NULL DEFAULT 0,
  post_type varchar(20) NOT NULL DEFAULT 'post',
  post_mime_type varchar(100) NOT NULL DEFAULT '',
  comment_count bigint(20) NOT NULL DEFAULT 0,
  PRIMARY KEY (ID)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_posts
--

LOCK TABLES wp_posts WRITE;
/*!40000 ALTER TABLE wp_posts DISABLE KEYS */;
insert into wp_posts VALUES (1,1,"2020-05-14 09:00:00","2020-05-14 07:00:00","It's \"quoted\", \\ back\\\\slash; 100% a_b \\n \\% -- no comment # none /* none */ ); ''
line\ttwo
<<<<<<< HEAD
=======
>>>>>>> x
\0\b é 😀 `tick` \\","A &amp; B – \"title\"","","publish","open","closed","","a-b","","","2021-01-02 03:04:05","2021-01-02 02:04:05","",0,"https://example.org/?p=1",0,"post","",2),(2,7,"2020-05-15 09:00:00","0000-00-00 00:00:00","secret","Locked","Ex","draft","closed","closed","pass'word","","","","2020-05-15 09:00:00","0000-00-00 00:00:00","filtered",1,"https://example.org/?page_id=2",-3,"page","",0),(3,1,"2020-05-16 09:00:00","2020-05-16 07:00:00","Describes","File","Caption","inherit","open","closed","","file","","","2020-05-16 09:00:00","2020-05-16 07:00:00","",1,"https://example.org/f.pdf",0,"attachment","application/pdf",0),(9,1,"2020-05-17 09:00:00","2020-05-17 07:00:00","","Meeting","","publish","open","closed","","meeting","","","2020-05-17 09:00:00","2020-05-17 07:00:00","",0,"https://example.org/?p=9",0,"ai1ec_event","",0);
/*!40000 ALTER TABLE wp_posts ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table wp_term_relationships
--

DROP TABLE IF EXISTS wp_term_relationships;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_term_relationships (
  object_id bigint(20) unsigned NOT NULL DEFAULT 0,
  term_taxonomy_id bigint(20) unsigned NOT NULL DEFAULT 0,
  term_order int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (object_id,term_taxonomy_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_term_relationships
--

LOCK TABLES wp_term_relationships WRITE;
/*!40000 ALTER TABLE wp_term_relationships DISABLE KEYS */;
insert into wp_term_relationships VALUES (1,12,0),(1,11,0),(9,12,0);
/*!40000 ALTER TABLE wp_term_relationships ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table wp_term_taxonomy
--

DROP TABLE IF EXISTS wp_term_taxonomy;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_term_taxonomy (
  term_taxonomy_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  term_id bigint(20) unsigned NOT NULL DEFAULT 0,
  taxonomy varchar(32) NOT NULL DEFAULT '',
  description longtext NOT NULL,
  parent bigint(20) unsigned NOT NULL DEFAULT 0,
  count bigint(20) NOT NULL DEFAULT 0,
  PRIMARY KEY (term_taxonomy_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_term_taxonomy
--

LOCK TABLES wp_term_taxonomy WRITE;
/*!40000 ALTER TABLE wp_term_taxonomy DISABLE KEYS */;
insert into wp_term_taxonomy VALUES (11,1,"category","About
it",0,1),(12,2,"category","",1,2),(13,77,"category","no term",0,0);
/*!40000 ALTER TABLE wp_term_taxonomy ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table wp_termmeta
--

DROP TABLE IF EXISTS wp_termmeta;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_termmeta (
  meta_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  term_id bigint(20) unsigned NOT NULL DEFAULT 0,
  meta_key varchar(255) DEFAULT NULL,
  meta_value longtext DEFAULT NULL,
  PRIMARY KEY (meta_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_termmeta
--

LOCK TABLES wp_termmeta WRITE;
/*!40000 ALTER TABLE wp_termmeta DISABLE KEYS */;
insert into wp_termmeta VALUES (1,2,"colour","red");
/*!40000 ALTER TABLE wp_termmeta ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table wp_terms
--

DROP TABLE IF EXISTS wp_terms;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_terms (
  term_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  name varchar(200) NOT NULL DEFAULT '',
  slug varchar(200) NOT NULL DEFAULT '',
  term_group bigint(10) NOT NULL DEFAULT 0,
  PRIMARY KEY (term_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_terms
--

LOCK TABLES wp_terms WRITE;
/*!40000 ALTER TABLE wp_terms DISABLE KEYS */;
insert into wp_terms VALUES (1,"News","news",0),(2,"Çà &amp; là","ca-la",0);
/*!40000 ALTER TABLE wp_terms ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table wp_usermeta
--

DROP TABLE IF EXISTS wp_usermeta;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_usermeta (
  umeta_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  user_id bigint(20) unsigned NOT NULL DEFAULT 0,
  meta_key varchar(255) DEFAULT NULL,
  meta_value longtext DEFAULT NULL,
  PRIMARY KEY (umeta_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_usermeta
--

LOCK TABLES wp_usermeta WRITE;
/*!40000 ALTER TABLE wp_usermeta DISABLE KEYS */;
insert into wp_usermeta VALUES (1,1,"nickname","nick"),(2,1,"session_tokens","x"),(3,1,"description","Wrote \"it\"");
/*!40000 ALTER TABLE wp_usermeta ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table wp_users
--

DROP TABLE IF EXISTS wp_users;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE wp_users (
  ID bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  user_login varchar(60) NOT NULL DEFAULT '',
  user_pass varchar(255) NOT NULL DEFAULT '',
  user_nicename varchar(50) NOT NULL DEFAULT '',
  user_email varchar(100) NOT NULL DEFAULT '',
  user_url varchar(100) NOT NULL DEFAULT '',
  user_registered datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  user_activation_key varchar(255) NOT NULL DEFAULT '',
  user_status int(11) NOT NULL DEFAULT 0,
  display_name varchar(250) NOT NULL DEFAULT '',
  PRIMARY KEY (ID)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table wp_users
--

LOCK TABLES wp_users WRITE;
/*!40000 ALTER TABLE wp_users DISABLE KEYS */;
insert into wp_users VALUES (1,"admin","$P$x","admin","admin@example.org","","2020-01-01 00:00:00","",0,"Anna Ö");
/*!40000 ALTER TABLE wp_users ENABLE KEYS */;
UNLOCK TABLES;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed on 2024-03-01 10:11:12
