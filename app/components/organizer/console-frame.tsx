import { Link, useLocation } from '@remix-run/react'
import {
  Building2,
  CalendarCog,
  LayoutDashboard,
  LibraryBig,
  Megaphone,
  MessageSquareWarning,
  ScrollText,
  UserCog,
  Users,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Capability } from '#app/core/people/capabilities.ts'
import { consoleMessages } from '#app/i18n/messages/console.ts'
import type { ConsoleText } from '#app/i18n/messages/console.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { consoleSectionOf, paths } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'
import { ConsoleCapabilities } from './console-capabilities.ts'

type Section = { to: string; label: ConsoleText; icon: LucideIcon; capability: Capability }

/** The rooms of the console, in the order of the work. */
const SECTIONS: readonly Section[] = [
  { to: paths.organizer, label: 'sectionOverview', icon: LayoutDashboard, capability: 'console.read' },
  { to: paths.contests, label: 'sectionContests', icon: CalendarCog, capability: 'contest.read' },
  { to: paths.questions, label: 'sectionQuestions', icon: LibraryBig, capability: 'questions.read' },
  { to: paths.units, label: 'sectionUnits', icon: Building2, capability: 'people.read' },
  { to: paths.people, label: 'sectionPeople', icon: Users, capability: 'people.read' },
  {
    to: paths.organizerAnnouncements,
    label: 'sectionAnnouncements',
    icon: Megaphone,
    capability: 'console.read',
  },
  {
    to: paths.complaints,
    label: 'sectionComplaints',
    icon: MessageSquareWarning,
    capability: 'results.read',
  },
  { to: paths.staff, label: 'sectionStaff', icon: UserCog, capability: 'staff.manage' },
  { to: paths.auditLog, label: 'sectionAuditLog', icon: ScrollText, capability: 'audit.read' },
]

type ConsoleFrameProps = { capabilities: readonly Capability[]; children: ReactNode }

/** The console's menu above its pages: what the signed-in person may see, nothing else. */
export function ConsoleFrame({ capabilities, children }: ConsoleFrameProps) {
  const sections = SECTIONS.filter(({ capability }) => capabilities.includes(capability))

  return (
    <ConsoleCapabilities.Provider value={capabilities}>
      {sections.length > 1 && <ConsoleMenu sections={sections} />}
      {children}
    </ConsoleCapabilities.Provider>
  )
}

/**
 * One row: on narrow screens to scroll sideways, with the section in use in sight; wide ones have room for all sections
 * without their icons.
 */
function ConsoleMenu({ sections }: { sections: readonly Section[] }) {
  const t = useT(consoleMessages)
  const { pathname } = useLocation()
  const section = consoleSectionOf(pathname)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    // Not scrollIntoView: that would move the page as well.
    if (list.current && current)
      list.current.scrollLeft = current.offsetLeft - (list.current.clientWidth - current.offsetWidth) / 2
  }, [pathname])

  return (
    <nav aria-label={t('menu')} className="page mb-6 print:hidden">
      <ul
        ref={list}
        className="relative -mx-4 flex gap-1 overflow-x-auto border-b border-line px-4 [mask-image:linear-gradient(to_right,transparent,black_1rem,black_calc(100%-2.5rem),transparent)] md:mx-0 md:flex-wrap md:overflow-visible md:px-0 md:[mask-image:none]"
      >
        {sections.map(({ to, label, icon: Icon }) => (
          <li key={to} className="shrink-0">
            <Link
              to={to}
              // On the pages of a section it leads away, to the section's own.
              aria-current={to === pathname ? 'page' : to === section ? 'true' : undefined}
              className={classNames(
                '-mb-px flex min-h-12 items-center gap-2 rounded-t-md border-b-3 px-3.5 py-2',
                to === section
                  ? 'border-brand font-semibold text-brand-text'
                  : 'border-transparent text-muted hover:bg-sunken hover:text-ink',
              )}
            >
              <Icon aria-hidden="true" className="size-5 md:hidden" />
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
