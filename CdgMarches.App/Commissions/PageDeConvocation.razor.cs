using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Commissions;

/// <summary>
/// La convocation par lien personnel, faite pour un téléphone : répondre, voir les candidats, déclarer un conflit, ouvrir les
/// documents. L'ouvrir montre, un envoi enregistre. Page statique.
/// </summary>
public sealed partial class PageDeConvocation(RepondreAConvocation repondre, AccesAuxDocuments documents)
{
    private const string Deporter = "deporter-";

    private ConvocationLue? _lue;
    private bool _ouvert;
    private string? _refus;
    private string? _fait;

    [Parameter]
    public string Jeton { get; set; } = "";

    [SupplyParameterFromForm]
    private SaisieDeReponse Saisie { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Requete { get; set; } = null!;

    private bool EstUnEnvoi => HttpMethods.IsPost(Requete.Request.Method);

    /// <summary>Le formulaire envoyé, s'il n'est plus de ceux que la page montre.</summary>
    private IEnumerable<string> FormulairesAbsents
    {
        get
        {
            var envoye = Requete.Request.Form["_handler"].ToString();
            HashSet<string> connus = ["repondre", "demander", "ouvrir"];
            if (!connus.Contains(envoye) && !envoye.StartsWith(Deporter, StringComparison.Ordinal))
            {
                yield break;
            }

            var montre =
                _lue is not null
                && envoye switch
                {
                    "repondre" => _lue.PeutRepondre,
                    "demander" or "ouvrir" => !_ouvert && !_lue.DocumentsClos && _lue.Seance.Documents.Count > 0,
                    _ => _lue.Seance.Points.Any(p => $"{Deporter}{p.Numero}" == envoye && _lue.PeutDeclarer(p)),
                };
            if (!montre)
            {
                yield return envoye;
            }
        }
    }

    private IEnumerable<ReponseAConvocation> Reponses =>
        Enum.GetValues<ReponseAConvocation>()
            .Where(r => r is not ReponseAConvocation.ADistance || _lue!.Seance.Mode is not ModeDeReunion.Presentiel)
            .Where(r =>
                r is not ReponseAConvocation.AbsentSuppleantSiege || _lue!.Convocation.Qualite is QualiteEnSeance.Titulaire
            );

    protected override async Task OnInitializedAsync()
    {
        Saisie ??= new SaisieDeReponse();
        try
        {
            await LireAsync();
        }
        catch (RefusException refus)
        {
            _refus = refus.Message;
        }
    }

    private async Task LireAsync()
    {
        _lue = await repondre.LireAsync(Jeton, Requete.Connection.RemoteIpAddress?.ToString());
        _ouvert = _ouvert || documents.EstOuvert(Requete, _lue.Convocation.Id);
    }

    private async Task ExecuterAsync(string formulaire)
    {
        (_refus, _fait) = (null, null);
        try
        {
            _fait = await FaireAsync(formulaire);
            await LireAsync();
        }
        catch (RefusException refus)
        {
            _refus = refus.Message;
        }
        catch (RegleMetierException regles)
        {
            _refus = regles.Message;
        }
    }

    private async Task<string> FaireAsync(string formulaire)
    {
        var adresse = Requete.Connection.RemoteIpAddress?.ToString();
        switch (formulaire)
        {
            case "repondre":
                return Enum.TryParse<ReponseAConvocation>(Saisie.Reponse, out var reponse) && Enum.IsDefined(reponse)
                    ? await repondre.ExecuterAsync(Jeton, reponse, adresse)
                    : throw new RefusException("Choisissez une réponse : rien n'a été enregistré.");
            case "demander":
                return await documents.EnvoyerCodeAsync(Jeton);
            case "ouvrir":
                await documents.OuvrirAsync(Jeton, Saisie.Code, Requete);
                _ouvert = true;
                return "Cet appareil est ouvert : les documents se lisent ci-dessus.";
            default:
                return int.TryParse(formulaire.AsSpan(Deporter.Length), CultureInfo.InvariantCulture, out var point)
                    ? await repondre.DeclarerAsync(Jeton, point, adresse)
                    : throw new RefusException("Ce point n'est pas à l'ordre du jour : rien n'a été enregistré.");
        }
    }

    /// <summary>Les candidats d'abord : c'est d'après eux que l'on déclare un conflit.</summary>
    private List<string> Candidats(PointDOrdreDuJour p) =>
        [.. _lue!.Seance.Offres.Where(o => o.Point == p.Numero).Select(o => o.Candidat).Order(StringComparer.CurrentCulture)];

    private List<DocumentDePoint> Documents(PointDOrdreDuJour p) => [.. _lue!.Seance.Documents.Where(d => d.Point == p.Numero)];

    private sealed class SaisieDeReponse
    {
        public string? Reponse { get; set; }

        public string? Code { get; set; }
    }
}
