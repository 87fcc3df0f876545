import { Form } from '@remix-run/react'
import { CircleX, TriangleAlert } from 'lucide-react'
import type { DraftQuestion, Problem } from '#app/core/questions/import/draft.ts'
import { canTakeProposal } from '#app/core/questions/import/mending.ts'
import { describePlace, describeProblem, questionImport } from '#app/i18n/messages/question-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../class-names.ts'
import { Button } from '../ui/button.tsx'

type ProblemListProps = { position: number; question: DraftQuestion }

/** What is wrong with a question, each with its place in the file, the words in question and what could stand there. */
export function ProblemList({ position, question }: ProblemListProps) {
  const t = useT(questionUpload)
  if (question.problems.length === 0) return null

  return (
    <ul aria-label={t('problems')} className="grid gap-2">
      {question.problems.map((each, index) => (
        <li
          key={index}
          className={classNames(
            'grid gap-2 rounded-md border-l-4 p-3',
            each.severity === 'error' ? 'border-bad bg-bad-soft' : 'border-warn bg-warn-soft',
          )}
        >
          <ProblemWords problem={each} />
          {each.proposal !== undefined && canTakeProposal(question, index) && (
            <Form method="post">
              <input type="hidden" name="position" value={position} />
              <input type="hidden" name="problem" value={index} />
              <Button look="secondary" name="intent" value="propose">
                {t('takeProposal', { proposal: each.proposal })}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

function ProblemWords({ problem }: { problem: Problem }) {
  const t = useT(questionUpload)
  const tImport = useT(questionImport)
  const isError = problem.severity === 'error'
  const Icon = isError ? CircleX : TriangleAlert

  return (
    <div className="flex items-start gap-2">
      <Icon
        aria-hidden="true"
        className={classNames('mt-1 size-4 shrink-0', isError ? 'text-bad' : 'text-warn')}
      />
      <div className="min-w-0">
        <p className="break-words">
          <span className="font-semibold">{tImport(problem.severity)}:</span>{' '}
          {describeProblem(tImport, problem)}
        </p>
        <p className="text-sm break-words text-ink">
          {describePlace(tImport, problem.place)}
          {problem.excerpt !== '' && ` · ${t('excerpt', { excerpt: problem.excerpt })}`}
        </p>
      </div>
    </div>
  )
}
