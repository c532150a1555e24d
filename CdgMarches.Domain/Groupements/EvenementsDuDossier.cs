using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

public sealed record DossierDAdhesionOuvert(CollectiviteId Membre, OrigineDAdhesion Origine) : IEvenementMetier
{
    public string Libelle => $"Dossier d'adhésion ouvert : {EnClair.EnSuite(Origine.Libelle())}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record ChoixPrevus(CollectiviteId Membre, int Prestations, DateOnly Jour) : IEvenementMetier
{
    public string Libelle => $"Choix des prestations le {EnClair.Date(Jour)} : {Prestations.ToString(Francais.Culture)}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record AttenteChangee(CollectiviteId Membre, DateOnly? Le) : IEvenementMetier
{
    public string Libelle =>
        Le is { } le ? $"Dossier attendu le {EnClair.Date(le)}." : "Le dossier n'est plus attendu à une date.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record AdhesionDeliberee(CollectiviteId Membre, string Dates) : IEvenementMetier
{
    public string Libelle => $"Délibération du membre : {Dates}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record InvitationAcceptee(CollectiviteId Membre, string Nom, string Qualite) : IEvenementMetier
{
    public string Libelle => $"Invitation acceptée par {Nom}, {Qualite}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record AdhesionDatee(CollectiviteId Membre, int Actes) : IEvenementMetier
{
    public string Libelle => $"Signatures et formalités datées : {EnClair.Compter(Actes, "acte fait", "actes faits")}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record AvenantRattache(CollectiviteId Membre) : IEvenementMetier
{
    public string Libelle => "Avenant d'adhésion rattaché au dossier.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record PieceRecue(CollectiviteId Membre, string Piece) : IEvenementMetier
{
    public string Libelle => $"Pièce reçue : {Piece}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record PieceJugee(CollectiviteId Membre, string Piece, EtatDePiece Etat) : IEvenementMetier
{
    public string Libelle => $"{Piece} : {Etat.Libelle().ToLower(Francais.Culture)}.";

    public Guid? Collectivite => Membre.Valeur;
}

/// <summary>Une pièce n'a pas lieu d'être, et pourquoi : le dossier relit ce motif à l'histoire, par la phrase de la pièce.</summary>
public sealed record PieceSansObjet(CollectiviteId Membre, NatureDePiece Piece, string? Raison) : IEvenementMetier
{
    public string Libelle => Phrase(Piece);

    public string? Motif => Raison;

    public Guid? Collectivite => Membre.Valeur;

    /// <summary>La phrase de l'histoire, une par nature de pièce.</summary>
    public static string Phrase(NatureDePiece piece) => $"{piece.Libelle()} : sans objet.";
}

public sealed record CorrectionDemandee(CollectiviteId Membre, string Piece, string Texte) : IEvenementMetier
{
    public string Libelle => $"Correction demandée sur « {Piece} » : {Texte}";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record AdhesionEffective(CollectiviteId Membre, DateOnly Effet, string? Raison) : IEvenementMetier
{
    public string Libelle => $"Adhésion effective le {EnClair.Date(Effet)}.";

    public string? Motif => Raison;

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record EffetDAdhesionCorrige(CollectiviteId Membre, DateOnly Ancien, DateOnly Effet, string? Raison)
    : IEvenementMetier
{
    public string Libelle => $"Effet de l'adhésion corrigé : {EnClair.Date(Effet)}.";

    public string? Avant => EnClair.Date(Ancien);

    public string? Apres => EnClair.Date(Effet);

    public string? Motif => Raison;

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record DossierDAdhesionFerme(CollectiviteId Membre, bool Decline, string Raison) : IEvenementMetier
{
    public string Libelle => Decline ? "La collectivité décline l'adhésion." : "Dossier d'adhésion abandonné.";

    public string? Motif => Raison;

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record FenetreOuverte(DateOnly Du, DateOnly Au) : IEvenementMetier
{
    public string Libelle => $"Fenêtre d'adhésion ouverte {EnClair.Validite(Du, Au)}.";
}

public sealed record FermetureChangee(DateOnly Ancienne, DateOnly Nouvelle) : IEvenementMetier
{
    public string Libelle => $"Fermeture de la fenêtre : {EnClair.Date(Nouvelle)}.";

    public string? Avant => EnClair.Date(Ancienne);

    public string? Apres => EnClair.Date(Nouvelle);
}
