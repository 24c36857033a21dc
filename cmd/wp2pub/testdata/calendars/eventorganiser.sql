-- MySQL dump 10.13
CREATE TABLE wp_options (option_id text, option_name text, option_value text);
INSERT INTO wp_options VALUES
(1,'home','https://example.org'),
(2,'siteurl','https://example.org'),
(3,'permalink_structure','/%postname%/'),
(4,'timezone_string','Europe/London');
CREATE TABLE wp_posts (ID text, post_type text, post_status text, post_name text, post_title text, post_content text, post_parent text, post_date text, post_date_gmt text, post_modified text, post_modified_gmt text);
INSERT INTO wp_posts VALUES
(1,'event','publish','a','Weekly walk','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(2,'event','publish','b','Second Tuesday','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(3,'event','publish','c','Once, all day','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(4,'event','publish','d','On chosen days','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06');
CREATE TABLE wp_postmeta (meta_id text, post_id text, meta_key text, meta_value text);
INSERT INTO wp_postmeta VALUES
(1,1,'_eventorganiser_event_schedule','a:6:{s:8:"schedule";s:6:"weekly";s:13:"schedule_meta";a:2:{i:0;s:2:"SU";i:1;s:2:"WE";}s:9:"frequency";i:1;s:7:"all_day";i:0;s:7:"exclude";a:1:{i:0;s:19:"2021-03-28 10:00:00";}s:7:"include";a:1:{i:0;s:19:"2021-04-09 15:00:00";}}'),
(2,1,'_eventorganiser_schedule_start_start','2021-03-24 10:00:00'),
(3,1,'_eventorganiser_schedule_start_finish','2021-03-24 12:00:00'),
(4,1,'_eventorganiser_schedule_until','2021-04-04 10:00:00'),
(5,1,'_eventorganiser_schedule_last_start','2021-04-09 15:00:00'),
(6,2,'_eventorganiser_event_schedule','a:4:{s:8:"schedule";s:7:"monthly";s:13:"schedule_meta";s:9:"BYDAY=2TU";s:9:"frequency";i:1;s:7:"all_day";i:0;}'),
(7,2,'_eventorganiser_schedule_start_start','2021-01-12 19:00:00'),
(8,2,'_eventorganiser_schedule_start_finish','2021-01-12 21:00:00'),
(9,2,'_eventorganiser_schedule_last_start','2021-04-13 19:00:00'),
(10,3,'_eventorganiser_event_schedule','a:4:{s:8:"schedule";s:4:"once";s:13:"schedule_meta";s:0:"";s:9:"frequency";i:1;s:7:"all_day";i:1;}'),
(11,3,'_eventorganiser_schedule_start_start','2021-05-01 00:00:00'),
(12,3,'_eventorganiser_schedule_start_finish','2021-05-02 23:59:00');
CREATE TABLE wp_terms (term_id text, name text, slug text);
INSERT INTO wp_terms VALUES
(5,'Hyde Park &amp; gardens','hyde-park');
CREATE TABLE wp_term_taxonomy (term_taxonomy_id text, term_id text, taxonomy text);
INSERT INTO wp_term_taxonomy VALUES
(5,5,'event-venue');
CREATE TABLE wp_term_relationships (object_id text, term_taxonomy_id text);
INSERT INTO wp_term_relationships VALUES
(1,5);
CREATE TABLE wp_termmeta (meta_id text, term_id text, meta_key text, meta_value text);
CREATE TABLE wp_eo_events (event_id text, post_id text, StartDate text, EndDate text, StartTime text, FinishTime text, event_occurrence text);
INSERT INTO wp_eo_events VALUES
(1,1,'2021-03-24','2021-03-24','10:00:00','12:00:00',0),
(2,1,'2021-03-31','2021-03-31','10:00:00','12:00:00',0),
(3,1,'2021-04-04','2021-04-04','10:00:00','12:00:00',0),
(4,1,'2021-04-09','2021-04-09','15:00:00','17:00:00',0),
(5,3,'2021-05-01','2021-05-02','00:00:00','23:59:00',0),
(6,4,'2021-06-01','2021-06-01','09:00:00','10:00:00',0),
(7,4,'2021-06-03','2021-06-03','09:00:00','10:00:00',0);
CREATE TABLE wp_eo_venuemeta (meta_id text, eo_venue_id text, meta_key text, meta_value text);
INSERT INTO wp_eo_venuemeta VALUES
(1,5,'_address','1 Park Lane'),
(2,5,'_city','London'),
(3,5,'_postcode','W1'),
(4,5,'_country','UK'),
(5,5,'_lat','51.5'),
(6,5,'_lng','-0.15');
-- Dump completed
