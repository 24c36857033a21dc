// Package series reads the title of a series and the number in it out of what people write as one text.
//
//	Read("Issue Paper No. 5")                 Issue Paper, 5
//	Read("Document de travail n° 2019/12")    Document de travail, 2019/12
//	Read("World Migration Report 2020")       World Migration Report 2020: a year is no number
//
// A word for a number says so by itself. Without one, a number counts only behind a word for what comes in series, such as paper or
// Bericht. A text that holds more than the two is left whole: nothing of it is lost.
package series
