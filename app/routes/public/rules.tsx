import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PolicyNote } from '#app/components/board/policy-note.tsx'
import { RoundRules } from '#app/components/contest/round-rules.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { questionCountOf } from '#app/core/blueprint.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { rules as messages } from '#app/i18n/messages/rules.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { requireCurrentContest } from '#app/services/contests.server.ts'

export const meta: MetaFunction = () => [{ title: 'Thể lệ – Hội Thi' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const contest = await orThrowResponse(requireCurrentContest(context.now))

  return {
    rulesText: contest.rulesText,
    contactText: contest.contactText,
    rounds: contest.rounds.map((round) => ({
      slug: round.slug,
      title: round.title,
      kind: round.kind,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      durationMs: round.durationMs,
      attemptsAllowed: round.attemptsAllowed,
      endRule: round.endRule,
      questionCount: questionCountOf(round.blueprint),
      pointsPerQuestion: round.pointsPerQuestion,
      predictionPrompt: round.predictionKind && round.predictionPrompt,
      releaseAfterSubmission: round.releaseAfterSubmission,
      releaseAfterClose: round.releaseAfterClose,
      policy: round.rankingPolicy,
    })),
  }
}

export default function Rules() {
  const t = useT(messages)
  const { rulesText, contactText, rounds } = useLoaderData<typeof loader>()

  return (
    <div className="page grid max-w-3xl gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      {rulesText && (
        <section className="grid gap-3">
          <h2 className="text-xl">{t('general')}</h2>
          <p className="whitespace-pre-line">{rulesText}</p>
        </section>
      )}
      <section className="grid gap-3">
        <h2 className="text-xl">{t('howToTitle')}</h2>
        <ol className="grid list-decimal gap-2 pl-6">
          {(['howTo1', 'howTo2', 'howTo3', 'howTo4'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ol>
      </section>
      <section className="grid gap-5">
        <h2 className="text-xl">{t('roundsTitle')}</h2>
        {rounds.map((round) => (
          <article key={round.slug} className="grid gap-4 rounded-lg border border-line bg-surface p-5">
            <RoundRules round={round} />
            {round.kind === 'ranked' && <PolicyNote policy={round.policy} scope="round" />}
          </article>
        ))}
      </section>
      <section className="grid gap-3">
        <h2 className="text-xl">{t('dataTitle')}</h2>
        <p>{t('dataText')}</p>
      </section>
      {contactText && (
        <section className="grid gap-3">
          <h2 className="text-xl">{t('contactTitle')}</h2>
          <p className="whitespace-pre-line">{contactText}</p>
        </section>
      )}
    </div>
  )
}
