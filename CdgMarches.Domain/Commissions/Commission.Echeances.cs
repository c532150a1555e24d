using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <content>Les mandats qui finissent.</content>
public sealed partial class Commission
{
    /// <remarks>RG7.07, RG2.091 : un mandat fini sans successeur empêche la commission de se réunir.</remarks>
    public override IEnumerable<EcheanceDue> Echeances =>
        from d in _designations
        where d.Au is not null
        let siege = _sieges.Find(s => s.Id == d.Siege)
        where siege is not null
        select new EcheanceDue(
            $"mandat/{d.Id}",
            d.Au!.Value,
            Coupe($"Fin du mandat {GrammaireDuNom.De(d.Nom)}, {d.Rang.Libelle().ToLower(Francais.Culture)}, {siege.Nom}"),
            "RG7.07",
            "CGCT, art. L1414-3 ; délibération de désignation"
        )
        {
            Groupement = Groupement?.Valeur,
            Alertes = EcheanceDue.SixMoisTroisMoisUnMois,
            EstAccomplie = _designations.Exists(s => s.Siege == d.Siege && s.Rang == d.Rang && s.Du > d.Au),
            Adresse = $"/commissions/{Id.Valeur}",
        };

    private static string Coupe(string libelle) =>
        libelle.Length > EcheanceDue.LongueurDuLibelle ? libelle[..EcheanceDue.LongueurDuLibelle] : libelle;
}
