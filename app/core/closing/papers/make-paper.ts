import { minutesPaper } from './minutes.ts'
import type { Paper, PaperKind } from './paper.ts'
import type { PaperSource } from './parts.ts'
import { report } from './report.ts'
import { decision, proposal, signList, winnersList } from './result-papers.ts'

/** One paper of a round. All papers of one snapshot say the same numbers. */
export function makePaper(kind: PaperKind, source: PaperSource): Paper {
  switch (kind) {
    case 'winners':
      return winnersList(source)
    case 'minutes':
      return minutesPaper(source)
    case 'proposal':
      return proposal(source)
    case 'decision':
      return decision(source)
    case 'sign_list':
      return signList(source)
    case 'report':
      return report(source)
    default:
      return kind satisfies never
  }
}
