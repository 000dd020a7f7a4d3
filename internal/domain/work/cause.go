package work

// CauseCategory sorts causes, so that figures can say where faults come from.
type CauseCategory string

// The categories.
const (
	CauseThinking    CauseCategory = "thinking"    // 思想认识
	CauseDuty        CauseCategory = "duty"        // 责任落实
	CauseInstitution CauseCategory = "institution" // 制度机制
	CauseConduct     CauseCategory = "conduct"     // 能力作风
	CauseSupervision CauseCategory = "supervision" // 监督管理
	CauseLegacy      CauseCategory = "legacy"      // 历史遗留
	CauseOther       CauseCategory = "other"
)

// CauseCategories lists the categories in order.
func CauseCategories() []CauseCategory {
	return []CauseCategory{CauseThinking, CauseDuty, CauseInstitution, CauseConduct, CauseSupervision, CauseLegacy, CauseOther}
}
