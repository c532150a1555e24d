namespace CdgMarches.Domain.Noyau;

/// <summary>Identifiant typé d'une racine d'agrégat ; interdit de passer l'un pour l'autre.</summary>
/// <remarks>La valeur est un GUID de version 7, donné par le domaine avant tout enregistrement.</remarks>
public interface IIdentifiant<TSoi>
    where TSoi : struct, IIdentifiant<TSoi>
{
    Guid Valeur { get; }

    static abstract TSoi De(Guid valeur);
}
