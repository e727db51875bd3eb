namespace Badges.Server.Features.Registry;

/// <summary>Why a registry was not taken over. The copy from before stays.</summary>
public enum RegistryFault
{
    /// <summary>Nothing could be fetched, or not in time, or not so much.</summary>
    NotFetched,

    /// <summary>It is not the document whose digest was pinned.</summary>
    WrongDigest,

    /// <summary>It carries no proof over the JSON as it is.</summary>
    Unsigned,

    /// <summary>No proof of it is of the key that was pinned.</summary>
    WrongSignature,

    /// <summary>It is not a registry.</summary>
    Unreadable,

    /// <summary>It was made before the copy that is here.</summary>
    Older,

    /// <summary>It says that it will be made later.</summary>
    FromTheFuture,
}
