using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Le bilan annuel d'exécution qu'un membre transmet au coordonnateur : attendu, puis reçu (convention, art. 4).</summary>
/// <remarks>RG7.01. L'échéance est celle de la convention, le 31 mars de l'année suivante par défaut.</remarks>
public sealed class BilanDExecution : Agregat
{
    private BilanDExecution() { }

    public BilanDExecutionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public int Annee { get; private init; }

    public DateOnly DemandeLe { get; private init; }

    public DateOnly AttenduLe { get; private init; }

    public DateOnly? RecuLe { get; private set; }

    public override IEnumerable<EcheanceDue> Echeances =>
        [
            new EcheanceDue(
                "bilan",
                AttenduLe,
                $"Bilan d'exécution {Annee.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                "RG7.01",
                "Convention constitutive, art. 4"
            )
            {
                Alertes = [30, 7],
                Groupement = Groupement.Valeur,
                Collectivite = Collectivite.Valeur,
                EstAccomplie = RecuLe is not null,
            },
        ];

    public static BilanDExecution Demander(
        GroupementId groupement,
        CollectiviteId collectivite,
        int annee,
        ReglesDeConvention regles,
        DateOnly jour
    )
    {
        var bilan = new BilanDExecution
        {
            Id = BilanDExecutionId.Nouveau(),
            Groupement = groupement,
            Collectivite = collectivite,
            Annee = annee,
            DemandeLe = jour,
            AttenduLe = regles.EcheanceDuBilan(annee),
        };
        bilan.Signaler(new BilanDemande(collectivite, annee, bilan.AttenduLe));
        return bilan;
    }

    public void Recevoir(DateOnly jour, DateOnly aujourdhui)
    {
        Verdict.De(new ActePasAVenir("La réception du bilan", jour, aujourdhui, "recu")).Exiger();
        RecuLe = jour;
        Signaler(new BilanRecu(Collectivite, Annee, jour));
    }
}

public sealed record BilanDemande(CollectiviteId Membre, int Annee, DateOnly AttenduLe) : IEvenementMetier
{
    public string Libelle =>
        $"Bilan {Annee.ToString(System.Globalization.CultureInfo.InvariantCulture)} demandé pour le {EnClair.Date(AttenduLe)}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record BilanRecu(CollectiviteId Membre, int Annee, DateOnly Le) : IEvenementMetier
{
    public string Libelle =>
        $"Bilan {Annee.ToString(System.Globalization.CultureInfo.InvariantCulture)} reçu le {EnClair.Date(Le)}.";

    public Guid? Collectivite => Membre.Valeur;
}
