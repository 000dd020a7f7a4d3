package ui

// ContentPolicy is the Content-Security-Policy under which every page of the kit works: nothing from
// elsewhere, no inline scripts or styles, no evaluated code. Tabler draws some arrows as data: images.
const ContentPolicy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
