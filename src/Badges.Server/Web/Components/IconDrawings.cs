namespace Badges.Server.Web.Components;

/// <summary>The paths of the icons. Strokes of 2 with round ends; a dot is a line of no length.</summary>
public static class IconDrawings
{
    public static string PathOf(IconName name) => name switch
    {
        IconName.Check => "M5 12.5l5 5L19.5 7",
        IconName.Question => "M8 8.5a4 4 0 1 1 5.8 3.6c-1.2.6-1.8 1.3-1.8 2.9M12 19.5v0",
        IconName.Cross => "M6 6l12 12M18 6L6 18",
        IconName.Clock => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 7.5V12l3.5 2",
        IconName.Slash => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M5.8 18.2L18.2 5.8",
        IconName.Search => "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M15.5 15.5L21 21",
        IconName.Upload => "M12 15.5V4.5M7 9l5-5l5 5M4 15v4.5h16V15",
        IconName.Link => "M9.5 14.5l5-5M11 7l2.2-2.2a4.2 4.2 0 0 1 6 6L17 13M13 17l-2.2 2.2a4.2 4.2 0 0 1-6-6L7 11",
        IconName.Person => "M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4.5 20.5c.6-4 3.6-5.5 7.5-5.5s6.9 1.5 7.5 5.5",
        IconName.People =>
            "M9 5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7M2.5 20c.4-3.5 2.9-5 6.5-5s6.1 1.5 6.5 5"
            + "M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 15.5c2 .7 3.2 2.2 3.5 4.5",
        IconName.Building => "M5 21V4.5h9V21M14 10h5v11M3 21h18M8.5 8.5h2M8.5 12.5h2M8.5 16.5h2",
        IconName.Calendar => "M4 6h16v14.5H4zM4 10.5h16M8.5 3.5V7.5M15.5 3.5V7.5",
        IconName.Eye =>
            "M2.5 12c2.2-4.2 5.4-6.3 9.5-6.3s7.3 2.1 9.5 6.3c-2.2 4.2-5.4 6.3-9.5 6.3S4.7 16.2 2.5 12"
            + "M12 9.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 0 0 0-5.6",
        IconName.EyeClosed => "M3 9.5c2.3 3.3 5.3 5 9 5s6.7-1.7 9-5M12 14.5V18M6.5 13l-2 3M17.5 13l2 3",
        IconName.Printer => "M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z",
        IconName.Download => "M12 4v11.5M7 11l5 5l5-5M4 15.5V20h16v-4.5",
        IconName.Share => "M12 15V3.5M8 7l4-4l4 4M7 11H5v9.5h14V11h-2",
        IconName.Plus => "M12 5v14M5 12h14",
        IconName.Pencil => "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5",
        IconName.Key => "M8 11a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9M11.2 12.3L20 3.5M16 7.5l3.5 3.5",
        IconName.Phone =>
            "M5 4h4l1.5 4.5L8 10.5c1.2 2.4 3.1 4.3 5.5 5.5l2-2.5L20 15"
            + "v4c0 .6-.4 1-1 1C11 20 4 13 4 5c0-.6.4-1 1-1",
        IconName.Mail => "M3.5 5.5h17v13h-17zM3.5 7l8.5 6.5L20.5 7",
        IconName.Arrow => "M4 12h15M13 6l6 6l-6 6",
        IconName.Back => "M20 12H5M11 6l-6 6l6 6",
        IconName.Info => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 11v5.5M12 7.5v0",
        IconName.Warning => "M12 4L2.5 20.5h19zM12 10.5v4.5M12 17.7v0",
        IconName.Star => "M12 3.5l2.6 5.5l6 .8l-4.4 4.2l1.1 6L12 17.1L6.7 20l1.1-6L3.4 9.8l6-.8z",
        IconName.Globe => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M3 12h18M12 3c-5 5.5-5 12.5 0 18c5-5.5 5-12.5 0-18",
        IconName.Lock => "M5 11h14v9.5H5zM8 11V8a4 4 0 0 1 8 0v3M12 14.5v2.5",
        IconName.Leave => "M14 4H5v16h9M10 12h11M17 8l4 4l-4 4",
        IconName.Hand =>
            "M12 2.5l1.5 3l3.3.4l-2.4 2.3l.6 3.3l-3-1.6l-3 1.6l.6-3.3l-2.4-2.3l3.3-.4z"
            + "M3 16h4.5l3 1.5H15a1.5 1.5 0 0 1 0 3h-4.5M3 21h9l8.5-4.5",
        IconName.Picture => "M3.5 4.5h17v15h-17zM3.5 16l5-5l5 5l3-3l4 4M15.5 8.5v0",
        IconName.Text => "M4 6h16M4 12h16M4 18h10",
        IconName.List => "M9 6h11M9 12h11M9 18h11M4.5 6v0M4.5 12v0M4.5 18v0",
        IconName.Pin =>
            "M12 21c-4.7-4.8-7-8.4-7-11.2a7 7 0 0 1 14 0c0 2.8-2.3 6.4-7 11.2"
            + "M12 7.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5",
        IconName.Bin => "M4 7h16M9 7V4h6v3M6.5 7l1 13.5h9l1-13.5M10.5 11v5.5M13.5 11v5.5",
        IconName.Gear =>
            "M4 8h9M18 8h2M4 16h2M11 16h9M15.5 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5"
            + "M8.5 13.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5",
        IconName.Code => "M8 6l-6 6l6 6M16 6l6 6l-6 6M13.5 4.5l-3 15",
        IconName.SquareCode => "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2h-1M14 20v-1M18 20h2",
        _ => "",
    };
}
