package ui

// ContentPolicy is the Content-Security-Policy under which every page of the kit works: nothing from
// elsewhere, no inline scripts or styles, no evaluated code. Tabler draws some arrows as data: images.
const ContentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; manifest-src 'self'"
