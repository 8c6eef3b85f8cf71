//! The words of menus, sections and link lists on news sites. Data: add to it where a site has others.

/// Buttons, menus and widgets of news sites, in lower case.
#[rustfmt::skip]
pub const NAVIGATION: &[&str] = &[
    "all news", "back to main", "back to top", "back to home", "print", "print this article", "print article", "home",
    "homepage", "menu", "search", "share", "share this", "share this article", "share on facebook", "share on twitter",
    "tweet", "email", "e-mail", "email this", "mail", "facebook", "twitter", "whatsapp", "linkedin", "telegram", "reddit",
    "pinterest", "instagram", "youtube", "messenger", "copy link", "save", "save article", "bookmark", "listen",
    "listen to this article", "play", "log in", "login", "sign in", "sign up", "register", "subscribe", "subscribe now",
    "my account", "newsletter", "newsletters", "follow", "follow us", "like", "comment", "comments", "leave a comment",
    "view comments", "show comments", "skip to content", "skip to main content", "advertisement", "advertising",
    "sponsored", "sponsored content", "close", "next", "previous", "next article", "previous article", "read later",
    "font size", "text size", "a a", "download", "download app", "get the app", "cookie policy", "privacy policy",
    "terms of use", "terms of service", "contact us", "about us", "accept", "accept cookies", "toggle navigation",
    "loading", "continue reading", "read full story", "click to expand", "expand", "photos", "video", "videos", "gallery",
    "live", "breaking news", "shares", "for immediate release", "press release", "news release", "media release", "min read", "top", "top of page", "rss", "news alerts", "donate", "support us", "e-paper", "epaper",
];

/// Names of sections: navigation beside other navigation words, perhaps a heading alone.
#[rustfmt::skip]
pub const SECTIONS: &[&str] = &[
    "news", "world", "asia", "europe", "africa", "americas", "middle east", "asia pacific", "asia-pacific", "us", "u.s.",
    "uk", "china", "politics", "business", "economy", "markets", "finance", "technology", "tech", "science", "health",
    "environment", "climate", "culture", "arts", "entertainment", "lifestyle", "travel", "sport", "sports", "football",
    "opinion", "opinions", "editorial", "commentary", "analysis", "features", "society", "education", "local", "national",
    "international", "world news", "latest", "latest news", "top news", "main", "regions", "more", "special", "media",
    "columns", "multimedia", "weather", "archive",
];

/// Headings of lists of other articles.
#[rustfmt::skip]
pub const MORE: &[&str] = &[
    "more stories", "more news", "more on this story", "more on this topic", "more from", "more like this", "read more",
    "read also", "also read", "see also", "see more", "related", "related articles", "related stories", "related news",
    "related content", "related topics", "related links", "recommended", "recommended for you", "recommended stories",
    "you may also like", "you might also like", "you may like", "most read", "most popular", "most viewed", "popular",
    "popular stories", "trending", "trending now", "top stories", "latest stories", "latest headlines", "editors' picks",
    "editor's picks", "editor's pick", "don't miss", "up next", "what to read next", "tags", "topics", "keywords",
    "in this story", "around the web", "from the web", "other news", "other stories", "news in brief", "read next", "you may also be interested in", "you might be interested in", "more on this",
];
