namespace Badges.Imaging.Uploads;

/// <summary>Why an uploaded picture is refused.</summary>
public enum UploadFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>There are no bytes.</summary>
    Empty,

    /// <summary>The file is larger than <see cref="UploadedPng.MaximumBytes"/>.</summary>
    TooLarge,

    /// <summary>The file is not a PNG; a JPEG, for example.</summary>
    NotPng,

    /// <summary>The PNG is damaged or does not follow the standard: <see cref="UploadCheck.Damage"/> says where.</summary>
    Damaged,

    /// <summary>A side has fewer pixels than <see cref="UploadedPng.MinimumSide"/>.</summary>
    TooSmall,

    /// <summary>A side has more pixels than <see cref="UploadedPng.MaximumSide"/>.</summary>
    TooBig,

    /// <summary>Width and height differ by more than 2 %.</summary>
    NotSquare,

    /// <summary>The picture is animated.</summary>
    Animated,

    /// <summary>The pixels cannot be decoded completely.</summary>
    Undecodable,
}
