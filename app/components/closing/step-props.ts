import type { ClosingAnswer } from './closing-answer.ts'
import type { ClosingView } from './closing-view-data.ts'

/** What every step of the page gets. */
export type StepProps = {
  view: ClosingView
  answer: ClosingAnswer | null
  /** Whether the step can be done or done again now. */
  isOpen: boolean
}
