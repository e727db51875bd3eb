namespace Badges.Server.Callers;

/// <summary>Encadrant and référent of a structure, administrator of the network.</summary>
public enum MembershipRole
{
    Encadrant,
    Referent,
    Administrator,
}
