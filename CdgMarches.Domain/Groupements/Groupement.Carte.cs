using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <content>La carte du groupement : ses prestations et leurs lots.</content>
public sealed partial class Groupement
{
    public Prestation PrestationDe(PrestationId id) =>
        _prestations.Find(p => p.Id == id) ?? throw new PrestationInconnueException(id);

    public Lot LotDe(int numero) => _lots.Find(l => l.Numero == numero) ?? throw new LotInconnuException(numero);

    public Verdict PeutAjouterPrestation(DefinitionDePrestation definition) => PeutDefinir(definition, exceptee: null);

    public PrestationId AjouterPrestation(DefinitionDePrestation definition)
    {
        PeutAjouterPrestation(definition).Exiger();
        var prestation = new Prestation(definition, _prestations.Count == 0 ? 1 : _prestations.Max(p => p.Ordre) + 1);
        _prestations.Add(prestation);
        Signaler(new PrestationAjoutee(prestation.Code, prestation.Libelle));
        return prestation.Id;
    }

    public void ModifierPrestation(PrestationId id, DefinitionDePrestation definition)
    {
        var prestation = PrestationDe(id);
        PeutDefinir(definition, id).Exiger();
        var avant = $"{prestation.Code} — {prestation.Libelle}";
        prestation.Definir(definition);
        Signaler(new PrestationModifiee(avant, $"{prestation.Code} — {prestation.Libelle}"));
    }

    /// <summary>Cesse de la proposer, ou la propose de nouveau.</summary>
    public void RetirerPrestation(PrestationId id, bool retiree = true)
    {
        Verdict.De(new GroupementNonClos(Etat)).Exiger();
        var prestation = PrestationDe(id);
        if (prestation.EstRetiree != retiree)
        {
            (retiree ? (Action)prestation.Retirer : prestation.Retablir)();
            Signaler(new PrestationRetiree(prestation.Libelle, retiree));
        }
    }

    /// <param name="id">La prestation à supprimer.</param>
    /// <param name="choix">Le nombre de membres qui l'ont choisie un jour.</param>
    /// <param name="usages">Le nombre de réponses et de procédures qui s'y rapportent.</param>
    public Verdict PeutSupprimerPrestation(PrestationId id, int choix, int usages) =>
        Verdict.De(
            new GroupementNonClos(Etat),
            new PrestationSansUsage(PrestationDe(id).Libelle, choix, usages),
            new PrestationSansLot(PrestationDe(id).Libelle, _lots.Count(l => l.Prestation == id))
        );

    /// <inheritdoc cref="PeutSupprimerPrestation"/>
    public void SupprimerPrestation(PrestationId id, int choix, int usages)
    {
        PeutSupprimerPrestation(id, choix, usages).Exiger();
        var prestation = PrestationDe(id);
        _prestations.Remove(prestation);
        Signaler(new PrestationSupprimee(prestation.Code, prestation.Libelle));
    }

    /// <summary>Donne aux prestations le rang qu'elles ont dans la liste ; celles qui n'y sont pas suivent.</summary>
    public void OrdonnerPrestations(IReadOnlyList<PrestationId> ordre)
    {
        Verdict.De(new GroupementNonClos(Etat)).Exiger();
        var rang = 0;
        foreach (var prestation in _prestations.OrderBy(p => Place(ordre, p.Id)).ThenBy(p => p.Ordre).ToList())
        {
            prestation.Placer(++rang);
        }

        Signaler(new PrestationsOrdonnees(string.Join(", ", _prestations.OrderBy(p => p.Ordre).Select(p => p.Code))));
    }

    public Verdict PeutAjouterLot(DefinitionDeLot definition) =>
        Verdict
            .De(new NumeroDeLotLibre(definition.Numero, _lots.Exists(l => l.Numero == definition.Numero)))
            .Et(PeutDefinir(definition));

    public void AjouterLot(DefinitionDeLot definition)
    {
        PeutAjouterLot(definition).Exiger();
        _lots.Add(new Lot(definition));
        Signaler(new LotAjoute(definition.Numero, definition.Intitule));
    }

    /// <summary>Corrige un lot ; son numéro ne change pas.</summary>
    public void ModifierLot(DefinitionDeLot definition)
    {
        var lot = LotDe(definition.Numero);
        PeutDefinir(definition).Exiger();
        var avant = lot.Intitule;
        lot.Definir(definition);
        Signaler(new LotModifie(lot.Numero, avant, lot.Intitule));
    }

    /// <summary>Cesse de le recenser, ou le reprend.</summary>
    public void RetirerLot(int numero, bool retire = true)
    {
        Verdict.De(new GroupementNonClos(Etat)).Exiger();
        var lot = LotDe(numero);
        if (lot.EstRetire != retire)
        {
            (retire ? (Action)lot.Retirer : lot.Retablir)();
            Signaler(new LotRetire(numero, lot.Intitule, retire));
        }
    }

    /// <param name="numero">Le lot à supprimer.</param>
    /// <param name="usages">Le nombre de lignes de recensement et de procédures qui s'y rapportent.</param>
    public Verdict PeutSupprimerLot(int numero, int usages) =>
        Verdict.De(new GroupementNonClos(Etat), new LotSansUsage(numero, usages));

    /// <inheritdoc cref="PeutSupprimerLot"/>
    public void SupprimerLot(int numero, int usages)
    {
        PeutSupprimerLot(numero, usages).Exiger();
        var lot = LotDe(numero);
        _lots.Remove(lot);
        Signaler(new LotSupprime(numero, lot.Intitule));
    }

    private Verdict PeutDefinir(DefinitionDePrestation definition, PrestationId? exceptee) =>
        Verdict.De(
            new GroupementNonClos(Etat),
            new TexteRenseigne("Le code de la prestation", definition.Code, Prestation.LongueurDuCode, "prestation-code"),
            new TexteRenseigne(
                "Le libellé de la prestation",
                definition.Libelle,
                Prestation.LongueurDuLibelle,
                "prestation-libelle"
            ),
            new TexteBorne("L'unité", definition.Unite, Prestation.LongueurDeLUnite, "prestation-unite"),
            new CodeDePrestationLibre(definition.Code, _prestations.Exists(p => p.Code == definition.Code && p.Id != exceptee))
        );

    private Verdict PeutDefinir(DefinitionDeLot definition) =>
        Verdict.De(
            new GroupementNonClos(Etat),
            new NumeroDeLotPlausible(definition.Numero),
            new TexteRenseigne("L'intitulé du lot", definition.Intitule, Lot.LongueurDeLIntitule, "lot-intitule"),
            new LotDUnePrestation(_prestations.Exists(p => p.Id == definition.Prestation))
        );

    private static int Place(IReadOnlyList<PrestationId> ordre, PrestationId id)
    {
        for (var i = 0; i < ordre.Count; i++)
        {
            if (ordre[i] == id)
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
