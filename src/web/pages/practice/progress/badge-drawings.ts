/** Line drawings on a field of 24 by 24, by what an achievement measures. */
export const badgeDrawings: Record<string, string> = {
  // A mat, half unrolled.
  sessions: 'M4 16h11M15 16a3.5 3.5 0 1 0-3.5-3.500M15 12.500a1 1 0 1 0 1 1M4 19h14',
  // A flame.
  streak:
    'M12 3.500c.6 3.2 4.8 5 4.8 9.600a4.8 4.8 0 0 1-9.6 0c0-2 .9-3.2 1.9-4.2.3 1.3 1 2 1.9 2.300C10.7 8.5 10.9 5.7 12 3.500z',
  // An hourglass.
  minutes: 'M7 4h10M7 20h10M8 4c0 4.5 8 5.5 8 8s-8 3.5-8 8M16 4c0 4.5-8 5.5-8 8s8 3.5 8 8',
  // A breath.
  longest: 'M3.5 9.500h10a2.5 2.5 0 1 0-2.5-2.500M3.5 13h14a2.5 2.5 0 1 1-2.5 2.500M3.5 16.500h6.5',
  // A compass.
  exercises: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM14.8 9.200l-1.6 4-4 1.6 1.6-4z',
  // A flower of six.
  areas:
    'M12 12c-2-2.5-2-5 0-7.500c2 2.5 2 5 0 7.500zM12 12c2-2.5 2-5 0-7.500M12 12c1.2-3 3.4-4.2 6.5-3.700c-1.2 3-3.4 4.2-6.5 3.700zM12 12c3.1-.5 5.3.7 6.5 3.700c-3.1.5-5.3-.7-6.5-3.700zM12 12c2 2.5 2 5 0 7.500c-2-2.5-2-5 0-7.500zM12 12c-1.2 3-3.4 4.2-6.5 3.700c1.2-3 3.4-4.2 6.5-3.700zM12 12c-3.1.5-5.3-.7-6.5-3.700c3.1-.5 5.3.7 6.5 3.700z',
  // A winding way.
  sequences: 'M6 19.500c6 0 11-1.5 11-4.500s-10-2.5-10-5.5 4-4 9.5-4M14.5 3.500l2 2-2 2',
  // A sun that rises.
  mornings: 'M3.5 18.500h17M7.5 18.500a4.5 4.5 0 0 1 9 0M12 6v3.500M5.5 9.500l2 2M18.5 9.500l-2 2',
  // A moon with a star.
  evenings: 'M17.5 14.500A7 7 0 1 1 10 5.500a5.6 5.6 0 0 0 7.5 9zM17 5v3M15.5 6.500h3',
  // A calendar with a tick.
  steady: 'M5 6.500h14v13H5zM5 10.500h14M9 4.500v3.500M15 4.500v3.500M9.5 15l2 2 3.5-3.8',
};
