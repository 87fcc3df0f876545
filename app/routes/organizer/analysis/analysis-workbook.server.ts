import writeXlsxFile from 'write-excel-file/node'
import type { Cell, Row } from 'write-excel-file/node'
import { formatCitations, provisionTitle } from '#app/core/questions/citation.ts'
import { mergeGroups, rankProvisions } from '#app/core/analysis/provision-analysis.ts'
import type { ProvisionRow, UnitGroupProvisions } from '#app/core/analysis/provision-analysis.ts'
import { isTooSmall } from '#app/core/ranking/small-numbers.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translate } from '#app/i18n/messages.ts'
import { analysis } from '#app/i18n/messages/analysis.ts'
import type { AnalysisText } from '#app/i18n/messages/analysis.ts'
import type { AnalysedItem } from '#app/services/analysis/item-analysis.server.ts'

type Report = { law: string; items: readonly AnalysedItem[]; unitGroups: readonly UnitGroupProvisions[] }
type Texts = (key: AnalysisText) => string
type Sheet = { sheet: string; columns: { width: number }[]; data: Row[]; stickyRowsCount: number }

/** The analysis of a round as a workbook: the rows and numbers of the pages, shares as numbers a sheet can compute with. */
export async function analysisWorkbook(report: Report, locale: Locale): Promise<Buffer> {
  const translated = translate(locale, analysis)
  const t: Texts = (key) => translated(key)
  const all = mergeGroups(report.unitGroups, null)

  return writeXlsxFile([
    itemSheet(report, t),
    sheetOf(t('sheetArticles'), [20], PROVISION_COLUMNS.map(t), articleRows(all)),
    sheetOf(
      t('sheetClauses'),
      [24],
      ['columnClause' as const, ...PROVISION_COLUMNS.slice(1)].map(t),
      clauseRows(all),
    ),
    sheetOf(
      t('sheetGroups'),
      [36, 20],
      [t('groupName'), ...PROVISION_COLUMNS.map(t)],
      report.unitGroups.flatMap((group) =>
        articleRows(group).map((row) => [group.label ?? t('otherUnits'), ...row]),
      ),
    ),
  ]).toBuffer()
}

const PROVISION_COLUMNS: readonly AnalysisText[] = ['provision', 'people', 'answers', 'wrong', 'wrongShare']

function articleRows(group: UnitGroupProvisions): Row[] {
  return rankProvisions(group, null).map(provisionRow)
}

function clauseRows(group: UnitGroupProvisions): Row[] {
  return rankProvisions(group, null).flatMap(({ provision }) =>
    rankProvisions(group, provision).map(provisionRow),
  )
}

function provisionRow({ provision, people, answered, wrong, wrongShare }: ProvisionRow): Row {
  return [provisionTitle(provision), people, answered, wrong, shareCell(wrongShare)]
}

function itemSheet({ items, law }: Report, t: Texts): Sheet {
  const columns: readonly AnalysisText[] = [
    'columnCode',
    'columnVersion',
    'columnTopic',
    'columnStem',
    'source',
    'shown',
    'columnRight',
    'facility',
    'discrimination',
    'correlation',
    'columnUnanswered',
    'unanswered',
    'columnUpper',
    'columnLower',
    'columnFlags',
  ]
  const rows = items.map((question): Row => {
    const { code, version, topic, stem, citations, item, isProtected, flags } = question
    const told = [code, version, topic, stem, formatCitations(citations, law)]
    if (isProtected) return told
    const { overall, upper, lower } = item
    const showsGroups = !isTooSmall(upper.shown) && !isTooSmall(lower.shown)

    return [
      ...told,
      overall.shown,
      overall.right,
      shareCell(question.facility),
      indexCell(question.discrimination),
      indexCell(question.correlation),
      overall.unanswered,
      shareCell(question.unansweredShare),
      showsGroups ? shareCell(upper.right / upper.shown) : null,
      showsGroups ? shareCell(lower.right / lower.shown) : null,
      flags.map((flag) => t(`flag_${flag}`)).join('; '),
    ]
  })

  return sheetOf(t('sheetItems'), [16, 8, 28, 60, 40], columns.map(t), rows)
}

const NARROW_COLUMN = 16

function sheetOf(name: string, widths: readonly number[], titles: readonly string[], rows: Row[]): Sheet {
  return {
    sheet: name,
    columns: titles.map((_, index) => ({ width: widths[index] ?? NARROW_COLUMN })),
    data: [titles.map((value): Cell => ({ value, fontWeight: 'bold', wrap: true })), ...rows],
    stickyRowsCount: 1,
  }
}

/** Shown with one decimal, as on the page. */
function shareCell(share: number | null): Cell {
  return share === null ? null : { value: share, type: Number, format: '0.0%' }
}

function indexCell(value: number | null): Cell {
  return value === null ? null : { value, type: Number, format: '0.00' }
}
