// Package ui is the kit from which every page is built: typed templ components that escape what they
// show, need no style attributes and no inline scripts, and work without JavaScript.
//
// A page is a templ in its own package; its handler answers ui.Page for the visitor, fills in title
// and inspection, and renders
//
//	templ ProblemList(p ui.Page, v query.ProblemList, at ui.Address) {
//		@ui.Layout(p) {
//			@ui.FilterBar(ui.FilterProps{At: at, Search: ui.T(ctx, "problems.search"), Selects: selects(ctx, v)}) {
//				@ui.Button(ui.ButtonProps{Label: ui.T(ctx, "export"), Icon: "download", Href: v.ExportHref})
//			}
//			if len(v.Rows) == 0 {
//				@ui.Empty(ui.T(ctx, "problems.none"), ui.T(ctx, "problems.none.first"), nil)
//			} else {
//				@ui.Table(ui.TableProps{Caption: p.Title, Cards: true}) {
//					<thead>
//						<tr>
//							@ui.SortHead(at, "number", ui.T(ctx, "problem.number"))
//							@ui.Head(ui.T(ctx, "problem.wording"))
//						</tr>
//					</thead>
//					<tbody>
//						for _, r := range v.Rows {
//							<tr>
//								<td class="tight">{ r.Number }</td>
//								<td data-label={ ui.T(ctx, "problem.wording") }><a href={ r.Href }>{ r.Title }</a></td>
//							</tr>
//						}
//					</tbody>
//				}
//				@ui.Pager(ui.PagerProps{At: at, Page: v.Page, Size: v.Size, Total: v.Total})
//			}
//		}
//	}
//
// Inside Layout (or Fragment, or a context made by With) T(ctx, key, args…) is the message in the
// visitor's language; components take texts that are already in it. The web layer serves the fixed
// addresses /, /desk, /search?q=, /account and POST /sign-out to which the shell leads. Every POST
// form sends form_key (an idempotency key) and guard (against forged requests).
//
// # Components
//
//	shell    Layout(Page)  LayoutPlain(Page)  Fragment(Page)  StageBar([]Stage)
//	boxes    Card(CardProps{Title, Hint, Actions, ID, Flush})  Section(title, actions)
//	         Columns()  Grid()  Empty(title, first, action)  Alert(kind, title)
//	words    Badge(kind, word)  DueBadge(Due{Date, Term, Days, Level, Closed})  Icon(name)
//	figures  Stat(StatProps{Figure, Label, Note, Href, Kind})  StatRow(stats…)  KeyValue(pairs…)
//	         Progress(label, done, total)  StackedBar(label, parts)  Donut(label, parts)
//	         Chart(ChartProps{Label, Height, Option})  StageTimeline([]StageSpan, today)
//	lists    Table(TableProps{Caption, ShowCaption, Cards, Wide, ID})  SortHead(at, key, label)
//	         Head(label)  HeadNum(label)  FilterBar(FilterProps{At, Search, Selects})
//	         Pager(PagerProps{At, Page, Size, Total})  Tabs(label, []Tab)
//	         BulkForm(action, actions)  BulkPick(action, actions)  SelectAll()  SelectRow(id, label)
//	         Timeline([]Event)  Tree(label)  TreeNode(NodeProps)
//	acts     Button(ButtonProps)  Buttons()  PostButton(PostProps)  ConfirmButton(ConfirmProps)
//	         Menu(label)  MenuLink(icon, label, href)  CopyButton(text)
//	         Dialog(id, title)  DialogLink(id, icon, label)
//	forms    Form(FormProps)  Hidden(name, value)  FieldSet(title)  FieldRow()  Submit(label, cancel)
//	         SubmitAs(label, name, value)  ErrorSummary([]FieldError)  StaleEdit(StaleProps)
//	fields   Input(Field)  Textarea(Field)  DateInput(Field)  FileInput(Field)  Checkbox(Field)
//	         Select(Field, []Option)  MultiSelect(Field, []Option)  Suggest(Field, []Option)
//	         CheckList(Field, []Option)  Radio(Field, []Option)
//	rows     FormRows(RowsProps{Caption, More})  CellInput(Field)  CellDate(Field)  CellText(Field)
//	         CellSelect(Field, []Option)
//	papers   Diff([]DiffRow)  PaperFrame(PaperProps{Document, Sources, Gaps, Actions})
//
// Those with () or Props and no list of data take children. Kinds: Neutral, Info, Good, Warn, Bad,
// Long. Classes of cells: "num" for numbers, "tight" for what may not wrap, "prose" for typed texts
// whose line breaks count. Never a style attribute; a new look goes into assets/app.css.
// After a change: go tool templ generate -path internal/web (always that path: generated files name
// their template relative to it). Run "bihuan storybook" to see everything with canned data.
package ui
