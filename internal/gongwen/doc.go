// Package gongwen writes official papers (公文) as GB/T 9704-2012 lays them
// out: as .docx, as an HTML preview and, where LibreOffice is installed, as PDF.
//
// The package is neutral. It knows heads, titles, paragraphs, tables,
// attachments, signatures and imprints, and nothing of what a paper is about.
package gongwen
