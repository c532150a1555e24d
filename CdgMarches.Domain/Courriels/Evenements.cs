using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels;

public sealed record CourrierEnregistre(string Numero, string Objet, int Destinataires) : IEvenementMetier
{
    public string Libelle => $"Courrier {Numero} enregistré : {Objet} ({EnClair.Compter(Destinataires, "destinataire")}).";
}

public sealed record CourrierPoste(string Numero, DateOnly Jour) : IEvenementMetier
{
    public string Libelle => $"Courrier {Numero} posté le {EnClair.Date(Jour)}.";
}

public sealed record SuiviDeCourrierNote(string Numero, string Destinataire, string Ancien, string Nouveau, Guid? Membre)
    : IEvenementMetier
{
    public string Libelle => $"Courrier {Numero} : suivi de {Destinataire} noté.";

    public string? Avant => Ancien;

    public string? Apres => Nouveau;

    public Guid? Collectivite => Membre;
}

public sealed record TransmissionPreparee(NatureDeTransmission Nature, string Objet) : IEvenementMetier
{
    public string Libelle => $"{Nature.Libelle()} à transmettre aux membres : {Objet}.";
}

public sealed record TransmissionFaite(string Objet, int Membres, int JoursOuvres) : IEvenementMetier
{
    public string Libelle =>
        $"Transmis à {EnClair.Compter(Membres, "membre")}, {EnClair.Compter(JoursOuvres, "jour ouvré")} après la réception : {Objet}.";
}

public sealed record TransmissionAbandonnee(string Objet, string Raison) : IEvenementMetier
{
    public string Libelle => $"Transmission abandonnée : {Objet}.";

    public string? Motif => Raison;
}
