import { m } from '../../messages/messages.js';
import type { Visitor } from '../server/request-context.ts';

export interface NavigationItem {
  href: string;
  label: string;
}

/** Where a visitor can go from anywhere, by who they are. */
export function navigationFor(visitor: Visitor | undefined): NavigationItem[] {
  const find = { href: '/search', label: m.nav_find() };
  const teach = { href: '/teach', label: m.nav_teach() };
  const practice = { href: '/practice', label: m.nav_practice() };
  if (!visitor) return [find, practice, teach];
  const lessons = { href: '/lessons', label: m.nav_lessons() };
  const week = { href: '/week', label: m.nav_week() };
  return visitor.roles.includes('instructor')
    ? [find, lessons, week, practice, teach]
    : [find, lessons, practice, teach];
}
