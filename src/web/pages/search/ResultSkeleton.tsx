import { Skeleton } from '../../ui/Skeleton.tsx';

/** A card to come; the enhancement shows it while more results are on their way. */
export function ResultSkeleton() {
  return (
    <template data-skeleton>
      <li className="result-card">
        <Skeleton className="size-14 rounded-full" />
        <div className="col-span-2 grid content-start gap-2.5">
          <Skeleton className="h-6 w-2/5" />
          <Skeleton className="h-4 w-1/4" />
          <Skeleton className="h-4 w-full" />
          <div className="mt-1 flex gap-2">
            <Skeleton className="h-9 w-24" />
            <Skeleton className="h-9 w-24" />
          </div>
        </div>
      </li>
    </template>
  );
}
