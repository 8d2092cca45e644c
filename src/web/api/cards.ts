/** An instructor as a search result. */
export interface SearchCard {
  instructorId: string;
  slug: string;
  displayName: string;
  headline: string;
  portrait: string;
  subjects: { slug: string; name: string }[];
  pricePerHour: { minor: number; currency: string };
  serviceId: string;
  online: boolean;
  inPerson: boolean;
  placeName: string | null;
  point: { lat: number; lng: number } | null;
  distanceMeters: number | null;
  rating: number;
  ratingCount: number;
  nextSlots: string[];
  bio: string;
}
