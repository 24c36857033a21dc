-- MySQL dump 10.13
CREATE TABLE wp_options (option_id text, option_name text, option_value text);
INSERT INTO wp_options VALUES
(1,'home','https://example.org'),
(2,'siteurl','https://example.org'),
(3,'permalink_structure','/%postname%/'),
(4,'timezone_string','Europe/Vienna'),
(5,'start_of_week','1'),
(6,'dbem_bookings_currency','EUR');
CREATE TABLE wp_posts (ID text, post_type text, post_status text, post_name text, post_title text, post_content text, post_parent text, post_date text, post_date_gmt text, post_modified text, post_modified_gmt text);
INSERT INTO wp_posts VALUES
(1,'event','publish','e1','At the town hall','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(2,'event-recurring','publish','e2','Every other week','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(3,'event','publish','e3','One date of it','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(4,'event-recurring','publish','e4','Last Sundays','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(5,'event','publish','e5','Of version 7','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(6,'event','publish','e6','On chosen dates','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(7,'event','publish','e7','Month thirteen','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(8,'event','publish','e8','Called off','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(40,'location','publish','town-hall','Town hall','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(41,'location','draft','secret','Secret','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06');
CREATE TABLE wp_postmeta (meta_id text, post_id text, meta_key text, meta_value text);
INSERT INTO wp_postmeta VALUES
(1,1,'_event_location_url','https://example.org/join');
CREATE TABLE wp_em_events (event_id text, post_id text, event_name text, event_status text, event_start_date text, event_end_date text, event_start_time text, event_end_time text, event_all_day text, event_timezone text, event_rsvp text, location_id text, recurrence_id text, recurrence text, recurrence_interval text, recurrence_freq text, recurrence_byday text, recurrence_byweekno text, recurrence_days text, event_active_status text, event_type text, recurrence_set_id text);
INSERT INTO wp_em_events VALUES
(101,1,NULL,1,'2021-03-25','2021-03-25','18:00:00','20:00:00',0,'Europe/Vienna',1,3,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(102,2,NULL,1,'2021-03-20','2021-04-20','18:00:00','20:00:00',0,'Europe/Vienna',0,NULL,NULL,1,2,'weekly','1,4',NULL,1,NULL,NULL,NULL),
(103,3,NULL,1,'2021-03-22','2021-03-23','18:00:00','20:00:00',0,'Europe/Vienna',0,4,102,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(104,4,NULL,1,'2021-01-01','2021-04-30','18:00:00','20:00:00',1,'America/New_York',0,NULL,NULL,1,1,'monthly','0','-1',0,NULL,NULL,NULL),
(105,5,NULL,1,'2025-03-01','2025-04-30','18:00:00','20:00:00',0,'Europe/Vienna',1,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,'recurring',NULL),
(106,5,NULL,1,'2025-03-03','2025-03-03','18:00:00','20:00:00',0,'Europe/Vienna',0,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,1,'recurrence',1),
(107,5,NULL,1,'2025-03-10','2025-03-10','18:00:00','20:00:00',0,'Europe/Vienna',0,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,0,'recurrence',1),
(108,5,NULL,1,'2025-04-02','2025-04-02','10:00:00','20:00:00',0,'Europe/Vienna',0,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,1,'recurrence',2),
(109,6,NULL,1,'2025-03-01','2025-03-31','18:00:00','20:00:00',0,'Europe/Vienna',0,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,'recurring',NULL),
(110,7,NULL,1,'2021-13-01','2021-13-01','18:00:00','20:00:00',0,'Europe/Vienna',0,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(111,8,NULL,1,'2021-06-05','2021-06-06','18:00:00','20:00:00',1,'UTC-3',1,9,NULL,0,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
CREATE TABLE wp_em_event_recurrences (recurrence_set_id text, recurrence_order text, event_id text, recurrence_type text, recurrence_interval text, recurrence_freq text, recurrence_byday text, recurrence_byweekno text, recurrence_duration text, recurrence_dates text, recurrence_start_date text, recurrence_end_date text, recurrence_start_time text, recurrence_end_time text);
INSERT INTO wp_em_event_recurrences VALUES
(1,1,105,'include',1,'weekly','1',NULL,0,NULL,'2025-03-01','2025-03-17',NULL,NULL),
(2,2,105,'include',NULL,'on',NULL,NULL,NULL,'2025-04-02',NULL,NULL,'10:00:00',NULL),
(3,1,105,'exclude',NULL,'on',NULL,NULL,NULL,'2025-03-17',NULL,NULL,NULL,NULL),
(4,1,109,'include',NULL,'on',NULL,NULL,0,'2025-03-30,2025-03-02',NULL,NULL,NULL,NULL);
CREATE TABLE wp_em_locations (location_id text, post_id text, location_name text, location_address text, location_town text, location_postcode text, location_country text, location_latitude text, location_longitude text);
INSERT INTO wp_em_locations VALUES
(3,40,'Town hall','Main street 1','Wien','1010','AT','48.2','16.37'),
(4,41,'Secret',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE wp_em_tickets (ticket_id text, event_id text, ticket_price text);
INSERT INTO wp_em_tickets VALUES
(1,101,'10.00'),
(2,101,'25.50'),
(3,105,'5.0000'),
(4,111,NULL);
-- Dump completed
