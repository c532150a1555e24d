using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Marches;

/// <summary>Un incident d'exécution, déclaré par un membre, transmis au titulaire, répondu, clos (S1, art. 4).</summary>
public sealed class Incident : Agregat
{
    public const int LongueurDuTexte = 2000;

    private Incident() { }

    public IncidentId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public MarcheId Marche { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public string Texte { get; private init; } = "";

    public string DeclarePar { get; private init; } = "";

    public DateOnly DeclareLe { get; private init; }

    public DateOnly? TransmisLe { get; private set; }

    public DateOnly? ReponduLe { get; private set; }

    public string? Reponse { get; private set; }

    /// <summary>Les pénalités appliquées, en centimes.</summary>
    public long PenalitesCentimes { get; private set; }

    public DateOnly? ClosLe { get; private set; }

    public string EtatEnClair =>
        ClosLe is not null ? "Clos"
        : ReponduLe is not null ? "Réponse reçue"
        : TransmisLe is not null ? "Transmis au titulaire"
        : "Déclaré";

    public static Incident Declarer(MarcheId marche, CollectiviteId collectivite, string? texte, string par, DateOnly jour)
    {
        Verdict.De(new TexteRenseigne("incident-texte", "Décrivez l'incident.", texte)).Exiger();
        var incident = new Incident
        {
            Id = IncidentId.Nouveau(),
            Marche = marche,
            Collectivite = collectivite,
            Texte = texte!.Trim(),
            DeclarePar = par.Length > 200 ? par[..200] : par,
            DeclareLe = jour,
        };
        incident.Signaler(new IncidentSuivi("Incident déclaré", jour, collectivite.Valeur));
        return incident;
    }

    public void Transmettre(DateOnly jour)
    {
        Verdict.De(new IncidentOuvert(ClosLe), new DatesDuMarcheEnOrdre(DeclareLe, jour)).Exiger();
        TransmisLe = jour;
        Signaler(new IncidentSuivi("Incident transmis au titulaire", jour, Collectivite.Valeur));
    }

    public void Repondre(string? reponse, MontantHt penalites, DateOnly jour)
    {
        Verdict
            .De(
                new IncidentOuvert(ClosLe),
                new DatesDuMarcheEnOrdre(TransmisLe ?? DeclareLe, jour),
                new TexteRenseigne("incident-reponse", "Écrivez la réponse du titulaire.", reponse),
                new MontantPositif(penalites)
            )
            .Exiger();
        (Reponse, ReponduLe, PenalitesCentimes) = (reponse!.Trim(), jour, penalites.Centimes);
        Signaler(new IncidentSuivi("Réponse du titulaire reçue", jour, Collectivite.Valeur));
    }

    public void Clore(DateOnly jour)
    {
        Verdict.De(new IncidentOuvert(ClosLe), new DatesDuMarcheEnOrdre(ReponduLe ?? DeclareLe, jour)).Exiger();
        ClosLe = jour;
        Signaler(new IncidentSuivi("Incident clos", jour, Collectivite.Valeur));
    }
}

public sealed record IncidentSuivi(string Phrase, DateOnly Jour, Guid? Collectivite) : IEvenementMetier
{
    public string Libelle => $"{Phrase} le {EnClair.Date(Jour)}.";
}
