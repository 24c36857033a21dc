-- MySQL dump 10.13
CREATE TABLE wp_options (option_id text, option_name text, option_value text);
INSERT INTO wp_options VALUES
(1,'home','https://example.org'),
(2,'siteurl','https://example.org'),
(3,'permalink_structure','/%postname%/'),
(4,'timezone_string','Europe/Paris');
CREATE TABLE wp_posts (ID text, post_type text, post_status text, post_name text, post_title text, post_content text, post_parent text, post_date text, post_date_gmt text, post_modified text, post_modified_gmt text);
INSERT INTO wp_posts VALUES
(1,'mec-events','publish','m1','Repeats','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(2,'mec-events','publish','m2','All day','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(3,'mec-events','publish','m3','Worked out nowhere','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(11,'ajde_events','publish','o1','Repeats','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(12,'ajde_events','publish','o2','All day','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(13,'ajde_events','publish','o3','No time','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(21,'sc_event','publish','s1','Repeats','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(22,'sc_event','publish','s2','Before version 2','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(31,'stec_event','publish','x','A calendar that is not read','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06');
CREATE TABLE wp_postmeta (meta_id text, post_id text, meta_key text, meta_value text);
INSERT INTO wp_postmeta VALUES
(1,1,'mec_start_date','2021-03-22'),
(2,1,'mec_end_date','2021-03-22'),
(3,1,'mec_start_day_seconds','33300'),
(4,1,'mec_end_day_seconds','37800'),
(5,1,'mec_timezone','global'),
(6,1,'mec_repeat_status','1'),
(7,1,'mec_repeat_type','weekly'),
(8,1,'mec_location_id','8'),
(9,1,'mec_organizer_id','1'),
(10,1,'mec_cost','5'),
(11,1,'mec_read_more','https://example.org/m'),
(12,2,'mec_start_date','2021-05-01'),
(13,2,'mec_end_date','2021-05-02'),
(14,2,'mec_allday','1'),
(15,2,'mec_start_day_seconds','60'),
(16,2,'mec_end_day_seconds','86340'),
(17,2,'mec_timezone','America/Lima'),
(18,2,'mec_event_status','EventCancelled'),
(19,3,'mec_start_date','2021-05-01'),
(20,3,'mec_end_date','2021-05-01'),
(21,3,'mec_start_day_seconds','36000'),
(22,3,'mec_end_day_seconds','39600'),
(23,3,'mec_hide_end_time','1'),
(24,3,'mec_repeat_status','1'),
(25,3,'mec_repeat_type','daily'),
(26,3,'mec_organizer_id','99'),
(27,11,'evcal_srow','1616403600'),
(28,11,'evcal_erow','1616407200'),
(29,11,'evcal_repeat','yes'),
(30,11,'evcal_rep_freq','weekly'),
(31,11,'_evo_tz','Europe/Vienna'),
(32,11,'repeat_intervals','a:2:{i:0;a:2:{i:0;s:10:"1616403600";i:1;s:10:"1616407200";}i:1;a:2:{i:0;s:10:"1617008400";i:1;s:10:"1617012000";}}'),
(33,12,'evcal_srow','1619827260'),
(34,12,'evcal_erow','1619999940'),
(35,12,'evcal_allday','yes'),
(36,13,'evcal_srow','soon'),
(37,22,'sc_event_date_time','1616403600'),
(38,22,'sc_event_end_date_time','1616407200'),
(39,22,'sc_event_recurring','monthly'),
(40,22,'sc_recur_until','1622505600');
CREATE TABLE wp_terms (term_id text, name text, slug text);
INSERT INTO wp_terms VALUES
(8,'Grande salle','grande-salle'),
(9,'Club','club'),
(10,'Union','union');
CREATE TABLE wp_term_taxonomy (term_taxonomy_id text, term_id text, taxonomy text);
INSERT INTO wp_term_taxonomy VALUES
(8,8,'mec_location'),
(9,9,'event_location'),
(10,10,'event_organizer');
CREATE TABLE wp_term_relationships (object_id text, term_taxonomy_id text);
INSERT INTO wp_term_relationships VALUES
(1,8),
(11,9),
(11,10);
CREATE TABLE wp_termmeta (meta_id text, term_id text, meta_key text, meta_value text);
INSERT INTO wp_termmeta VALUES
(1,8,'address','3 rue X, Paris'),
(2,8,'latitude','48.85'),
(3,8,'longitude','2.35');
CREATE TABLE wp_mec_dates (id text, post_id text, dstart text, dend text, tstart text, tend text, status text);
INSERT INTO wp_mec_dates VALUES
(1,1,'2021-03-22','2021-03-22','1616400900',NULL,'publish'),
(2,1,'2021-03-29','2021-03-29','1617002100',NULL,'publish'),
(3,2,'2021-05-01','2021-05-02','1619827260',NULL,'publish');
CREATE TABLE wp_sc_events (id text, object_id text, object_type text, object_subtype text, start text, start_tz text, end text, all_day text, recurrence text, recurrence_interval text, recurrence_count text, recurrence_end text);
INSERT INTO wp_sc_events VALUES
(1,21,'post','sc_event','2021-03-27 09:00:00','Europe/Paris','2021-03-27 10:30:00',0,'daily',0,0,'2021-03-29 00:00:00'),
(2,21,'term',NULL,'2001-01-01 00:00:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE wp_sc_eventmeta (meta_id text, sc_event_id text, meta_key text, meta_value text);
INSERT INTO wp_sc_eventmeta VALUES
(1,1,'location','Salle 3'),
(2,2,'location','elsewhere');
-- Dump completed
