import { choose, takeOver } from './answer-sync.ts'
import { pickOption } from './attempt-copy.ts'
import type { PaperQuestion } from './attempt-copy.ts'
import type { ExamStore } from './exam-state.ts'

/** What the participant can do with the paper besides handing it in. */
export type ExamActions = {
  pick: (position: number, optionId: string) => void
  /** Takes an answer back. */
  clear: (position: number) => void
  /** Marks a question for review, or no longer. */
  toggleFlag: (position: number) => void
  typePrediction: (text: string) => void
  /** Goes on here with an attempt that was worked on elsewhere. */
  takeOver: () => void
}

type Settings = { store: ExamStore; paper: readonly PaperQuestion[]; sendAnswers: () => void }

/** Choices are sent at once; while the attempt is being handed in the paper takes no more. */
export function createExamActions({ store, paper, sendAnswers }: Settings): ExamActions {
  function answer(position: number, optionIds: readonly string[]): void {
    if (store.get().handIn) return
    store.update((state) => ({ ...state, sync: choose(state.sync, position, optionIds) }))
    sendAnswers()
  }

  return {
    pick: (position, optionId) => {
      const question = paper[position - 1]
      const chosen = store.get().sync.answers[String(position)] ?? []
      if (question) answer(position, pickOption(question, chosen, optionId))
    },
    clear: (position) => answer(position, []),
    toggleFlag: (position) =>
      store.update((state) => ({
        ...state,
        flagged: state.flagged.includes(position)
          ? state.flagged.filter((flagged) => flagged !== position)
          : [...state.flagged, position],
      })),
    typePrediction: (prediction) =>
      store.update((state) => ({ ...state, prediction, isPredictionRefused: false })),
    takeOver: () => {
      store.update((state) => ({ ...state, sync: takeOver(state.sync) }))
      sendAnswers()
    },
  }
}
